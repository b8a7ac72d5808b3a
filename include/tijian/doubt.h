#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "tijian/diagnostic.h"
#include "tijian/matrix.h"
#include "tijian/missing.h"
#include "tijian/period.h"
#include "tijian/text.h"

namespace tijian {

/// Why data that can be read look wrong all the same.
enum class DoubtKind : std::uint8_t {
  range,        ///< outside the plausible range
  part,         ///< a part above its whole
  share,        ///< a share above 100 %
  jump,         ///< ten times last year's, or what peers have, or a tenth of it
  mixed,        ///< some cells of a column carry % or ‰, others do not
  total_name,   ///< a row named 合计, 全市, total
  total_value,  ///< a row that is the sum or the mean of the others
  near_name,    ///< one place under two names
  one_file,     ///< a place that the other files do not have
  constant,     ///< the same value at all places
  one_end       ///< all places, or nearly all, at one end of a scale
};
inline constexpr int doubt_kind_count = 11;
/// `range`, `total_name`: stable, for files.
std::string_view to_string(DoubtKind);
/// As a heading: `Outside the plausible range`.
Text title(DoubtKind);

/// Something in the data that looks wrong, of one cell, row or column.
struct Doubt {
  DoubtKind kind;
  Diagnostic told;         ///< where, and what in words
  std::string place = {};  ///< empty where it is of no place
  Period period = {};
  Index row = -1;      ///< of the dataset; -1: of no one row
  int variable = -1;   ///< index in Framework::variables, or
  int indicator = -1;  ///< index in Framework::indicators, or neither
  double value = missing;
  double reference = missing;  ///< what the value was held against: last year's, the median
};

}  // namespace tijian
