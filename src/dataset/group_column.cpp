#include "dataset/group_column.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "dataset/held.h"

namespace tijian::dataset {
namespace {

/// 0.01 where two decimals write all values.
double last_decimal(const std::vector<double>& values) {
  constexpr int most_decimals = 6;
  double scale = 1;
  for (int decimals = 0; decimals <= most_decimals; ++decimals, scale *= 10)
    if (std::ranges::all_of(values, [&](double v) {
          return std::isnan(v) ||
                 std::abs(v * scale - std::round(v * scale)) <= no_rounding * std::abs(v * scale);
        }))
      return 1 / scale;
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
