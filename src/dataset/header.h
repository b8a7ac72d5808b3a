#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tijian/data_source.h"
#include "tijian/period.h"

namespace tijian::dataset {

/// What a column of a data file is for. `other`: values, an attribute, or nothing that we know.
enum class Role {
  place,
  period,
  variable,
  value,
  unit,
  source,
  confidence,
  standard_error,
  passed_over,
  other
};
inline constexpr std::size_t role_count = 10;

/// The role that the name of a column tells: 评价单元 is a place, 年份 a period.
Role role_of(std::string_view name);
/// The names of a role, as messages list them.
std::span<const std::string_view> names_of(Role);
/// Of names of places, how fine: a city lies in a country. -1 for names that do not say.
int fineness_of(std::string_view name);

/// A column of a table, as its header has it.
struct HeaderCell {
  std::string name;  ///< trimmed; of several lines joined by blanks
  Role role = Role::other;
  int attribute = -1;        ///< index into the framework's attributes
  bool data = false;         ///< holds values
  std::string variable;      ///< what its values are, as the binder knows it; empty: not said here
  std::string written = {};  ///< the part of the name that says it, before it was renamed
  std::optional<Period> period;  ///< of its values; nothing: not said here
  std::string place;             ///< of its values; empty: not said here
};

/// A header understood.
struct Header {
  std::vector<HeaderCell> cells;
  std::array<int, role_count> cell_of{};  ///< the cell of each role, -1 without one
  std::vector<Axis> across;               ///< what the names of the columns with values are
  bool long_rows = false;                 ///< each row says all of its value
  int line = 1, last_line = 1;            ///< of the header
  std::string place, variable, unit;      ///< of the whole table
  std::optional<Period> period;
  int subject_line = 0;  ///< where variable or unit stand above the header

  int cell(Role role) const { return cell_of[static_cast<std::size_t>(role)]; }
  bool is_across(Axis) const;
  /// Places down and variables across, in one line.
  bool wide() const;
};

}  // namespace tijian::dataset
