#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/unit.h"
#include "tijian/dataset.h"
#include "tijian/framework.h"

namespace tijian::dataset {

/// What a column's cells become: values of a variable or an indicator, in its unit.
struct Binding {
  int variable = -1;
  int indicator = -1;
  std::string name;     ///< of the column, or in the row, as written
  Text called = {};     ///< as messages name it
  bool by_row = false;  ///< the row names it, not the column
  formula::Conversion conversion;
  /// For cells with a % or ‰ sign; nothing where the unit is no ratio.
  std::optional<formula::Conversion> percent, per_mille;

  bool same_target(const Binding& other) const {
    return variable == other.variable && indicator == other.indicator;
  }
};

/// The unit that a name ends with in brackets, or empty where it ends with none.
std::string_view unit_in_brackets(std::string_view name);
/// The same of a name with a unit behind a slash: 常住人口/万人
std::string_view unit_behind_slash(std::string_view name);
/// What stands before the brackets, where a unit is in them: 常住人口(女) is another column.
std::string name_without_unit(std::string_view name);

/// Finds what a name in the data stands for in a framework: an id or a title in any language, with
/// a unit in brackets where it differs.
class Binder {
 public:
  explicit Binder(const Framework&);

  /// A binding, or a fault (ambiguous, a unit that does not fit), or neither: the name is not
  /// known.
  struct Answer {
    std::optional<Binding> binding;
    std::optional<Diagnostic> fault;
    bool of_unit = false;  ///< the fault is the unit's, not the name's
    std::optional<Diagnostic> warning = {};
  };
  /// `unit` overrides what the name has in brackets or behind a slash; empty: none.
  Answer bind(std::string_view name, std::string_view unit, const Citation& where) const;
  /// The title of what is bound.
  Text title_of(const Binding&) const;
  /// Whether a name, with or without its unit, is one of the framework's.
  bool knows(std::string_view name) const { return look_up(name).entry != nullptr; }
  /// The unit that a known name has, in brackets or behind a slash; empty without.
  std::string_view unit_in(std::string_view name) const { return look_up(name).unit; }
  /// Whether two names are of the same thing.
  bool same(std::string_view name, std::string_view other) const;

  /// The known name that is most like this one, or empty.
  std::string nearest(std::string_view name) const;
  const Framework& framework() const { return *framework_; }

 private:
  struct Target {
    int variable = -1;
    int indicator = -1;
    bool operator==(const Target&) const = default;
  };
  struct Entry {
    std::vector<Target> by_id, by_title;
  };
  struct Found {
    const Entry* entry = nullptr;
    std::string_view unit = {};
  };
  std::string nearest_of_any_unit(std::string_view name) const;
  const Entry* find(std::string_view name) const;
  Found look_up(std::string_view name) const;
  void add_name(std::string_view name, Target, bool id);
  std::string describe(const Target&) const;
  Answer bind_target(const Entry&, std::string_view name, std::string_view unit,
                     const Citation& where) const;
  Answer convert(const Target&, std::string_view name, std::string_view unit,
                 const Citation& where) const;

  const Framework* framework_;
  std::map<std::string, Entry, std::less<>> entries_;  ///< by folded name
  std::vector<std::string> names_;                     ///< ids and titles, for "did you mean"
};

}  // namespace tijian::dataset
