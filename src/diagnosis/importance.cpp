#include "diagnosis/importance.h"

#include <algorithm>
#include <cmath>

#include "method/structure.h"
#include "statistics/pairs.h"

namespace tijian::diagnosis {
namespace {

/// Fewer places make any correlation.
constexpr std::size_t least_places = 5;

/// 1 where more is better, -1 where less is; 0 where neither.
double better_side(const Indicator& indicator) {
  if (indicator.direction == Direction::range) return 0;
  return indicator.direction == Direction::lower ? -1 : 1;
}

std::vector<double> values_of(int indicator, const IndicatorTable& table,
                              std::span<const Index> rows) {
  std::vector<double> out;
  for (const Index row : rows)
    out.push_back(table.applies(row, indicator) ? table.values(row, indicator) : missing);
  return out;
}

/// At the mean or above it; sums of equal numbers may miss it by a rounding.
bool is_high(double x, double mean) { return x >= mean - 1e-12 * std::max(1.0, std::abs(mean)); }

Priority priority_of(bool important, bool performs) {
  if (important) return performs ? Priority::keep : Priority::concentrate;
  return performs ? Priority::possible_overkill : Priority::low_priority;
}

/// The items that one is compared with, itself among them.
struct Means {
  int items = 0;
  double importance = 0, performance = 0;

  void add(const FeltReading& reading) {
    ++items;
    importance += reading.importance;
    performance += reading.value;
  }
};

bool counts(const FeltReading& reading) {
  return !std::isnan(reading.importance) && !std::isnan(reading.value);
}

}  // namespace

double importance_of(int item, int whole, const IndicatorTable& table, const Framework& framework,
                     std::span<const Index> rows) {
  const double sides = item == whole ? 0
                                     : better_side(framework.indicators[item]) *
                                           better_side(framework.indicators[whole]);
  if (sides == 0) return missing;
  const std::vector<double> x = values_of(item, table, rows), y = values_of(whole, table, rows);
  if (statistics::common(x, y).x.size() < least_places) return missing;
  return sides * method::pearson(x, y);
}

void set_priorities(std::span<FeltReading> of_row, const Framework& framework) {
  for (FeltReading& reading : of_row) {
    if (!counts(reading)) continue;
    const Indicator& own = framework.indicators[reading.indicator];
    Means means;
    for (const FeltReading& other : of_row) {
      const Indicator& of_other = framework.indicators[other.indicator];
      if (counts(other) && of_other.unit == own.unit && of_other.direction == own.direction)
        means.add(other);
    }
    if (means.items < 2) continue;
    const double side = better_side(own);
    reading.priority =
        priority_of(is_high(reading.importance, means.importance / means.items),
                    is_high(side * reading.value, side * means.performance / means.items));
  }
}

}  // namespace tijian::diagnosis
