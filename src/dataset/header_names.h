#pragma once
#include <string>
#include <vector>

#include "dataset/binding.h"
#include "dataset/header.h"

namespace tijian::dataset {

/// What the names of a table's columns mean: to its source, to the framework, and as words.
class HeaderNames {
 public:
  /// Both are kept by the caller.
  HeaderNames(const DataSource& source, const Binder& binder)
      : source_(source), binder_(binder), framework_(binder.framework()) {}

  /// A column of which the lines of the header say these words.
  HeaderCell cell_of(const std::vector<std::string>& parts) const;
  /// As the source renames it.
  std::string renamed_to(const std::string& name) const;
  /// Of a role that a source may give to a column.
  const ValueOrigin& origin_of(Role) const;
  /// What the values below a name are: its variable, its period, its place.
  void name_values(HeaderCell&, const std::vector<std::string>& parts) const;

 private:
  Role role_in(const std::vector<std::string>& parts, const std::string& renamed) const;
  void name_with_year(HeaderCell&, const std::string& name) const;
  void add_unit(HeaderCell&, const std::vector<std::string>& parts) const;

  const DataSource& source_;
  const Binder& binder_;
  const Framework& framework_;
};

}  // namespace tijian::dataset
