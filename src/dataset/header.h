#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/faults.h"
#include "tijian/diagnostic.h"
#include "tijian/place.h"

namespace tijian::dataset {

/// What a column of a data file is for. `other`: a variable, an indicator, or nothing that we know.
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

enum class Layout {
  wide,    ///< place, period, a column for each variable
  tall,    ///< place, period, variable, value ("long")
  periods  ///< place, and a column for each period of one variable
};

/// A header understood: which cell has which role.
struct Header {
  Layout layout = Layout::wide;
  std::vector<std::string> names;         ///< of the cells, trimmed
  std::vector<Role> roles;                ///< of the cells
  std::array<int, role_count> cell_of{};  ///< the first cell of each role, -1 without one
  std::vector<int> attribute;  ///< of the cells: index into the framework's attributes, or -1
  int line = 1;

  int cell(Role role) const { return cell_of[static_cast<std::size_t>(role)]; }
};

/// Reads the header's cells. Faults: no place, a role twice.
std::optional<Header> read_header(std::span<const std::string_view> cells,
                                  std::span<const PlaceAttribute> attributes, const Citation& where,
                                  Faults&);
/// Whether a row reads like a header: one of its cells names the place, and it has others.
bool looks_like_header(std::span<const std::string_view> cells);

}  // namespace tijian::dataset
