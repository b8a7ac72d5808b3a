#include "dataset/group_column.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>

#include "dataset/held.h"

namespace tijian::dataset {
namespace {

/// Whether all values are whole numbers at that scale. In pieces without a branch, and by the
/// addition that leaves no fraction, so that the compiler takes several at a time.
bool all_whole(std::span<const double> values, double scale) {
  constexpr double no_fraction = 0x1.8p52;
  constexpr std::size_t piece = 256;
  for (std::size_t i = 0; i < values.size(); i += piece) {
    int broken = 0;
    for (const double value : values.subspan(i, std::min(piece, values.size() - i))) {
      const double scaled = value * scale;
      const double off = std::abs(scaled - (scaled + no_fraction - no_fraction));
      broken += off > no_rounding * std::abs(scaled);  // never of NaN
    }
    if (broken > 0) return false;
  }
  return true;
}

/// 0.01 where two decimals write all values.
double last_decimal(const std::vector<double>& values) {
  constexpr int most_decimals = 6;
  double scale = 1;
  for (int decimals = 0; decimals <= most_decimals; ++decimals, scale *= 10)
    if (all_whole(values, scale)) return 1 / scale;
  return 0;
}

bool is_quantity(const std::string& unit) {
  return unit.find('/') == unit.npos && unit.find('%') == unit.npos &&
         unit.find("\u2030") == unit.npos;
}

}  // namespace

GroupColumn::GroupColumn(const Dataset& data, const Framework& framework, Index number,
                         const std::vector<Index>& rows)
    : column(number), quantity(is_quantity(held_by(data.columns[number], framework).unit)) {
  values.reserve(rows.size());
  for (const Index row : rows) values.push_back(data.values(row, column));
  for (const double value : values) std::isnan(value) ? void(complete = false) : void(sum += value);
  unit = last_decimal(values);
}

}  // namespace tijian::dataset
