#pragma once
#include <string>
#include <vector>

#include "dataset/header_names.h"

namespace tijian::dataset {

/// A row of the beginning of a table.
struct HeadRow {
  int line;
  std::vector<std::string> cells;
};

/// How many columns with values have names of each kind.
struct Votes {
  int data = 0, periods = 0, places = 0, variables = 0, both = 0;
};
Votes count(const Header&);
bool has(const Header&, Role);
/// Whether the text reads as a number, in whatever custom.
bool is_number(std::string_view text);
/// Whether something is the same for the whole table.
bool is_said(const ValueOrigin&);

/// Tells what runs down a table and what across.
class HeaderAxes {
 public:
  /// All are kept by the caller.
  HeaderAxes(const std::vector<HeadRow>& rows, const DataSource& source, const Binder& binder,
             const HeaderNames& names)
      : rows_(rows),
        source_(source),
        binder_(binder),
        framework_(binder.framework()),
        names_(names) {}

  /// `last_row`: of the header, among the rows.
  void find(Header&, std::size_t last_row) const;
  bool place_known(const Header&) const;
  /// Whether a row reads like a header.
  bool good(const Header&) const;

 private:
  void name_first_column(Header&, std::size_t last_row) const;
  Role role_by_content(const std::string& name, std::size_t last_row) const;
  void demote(Header&) const;
  bool numbers_below(const Header&, std::size_t last_row) const;
  std::vector<Axis> axes_of(const Header&, const Votes&, std::size_t last_row) const;

  const std::vector<HeadRow>& rows_;
  const DataSource& source_;
  const Binder& binder_;
  const Framework& framework_;
  const HeaderNames& names_;
};

}  // namespace tijian::dataset
