#include <algorithm>
#include <cmath>

#include "tijian/robustness.h"

namespace tijian {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// The quantile of type 7; values before `from` are no larger than the others. Partly sorts them,
/// and moves `from` on for the next, higher quantile.
double quantile(std::vector<double>& values, double share, std::size_t& from) {
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(below);
  std::nth_element(values.begin() + static_cast<std::ptrdiff_t>(from), nth, values.end());
  from = below;
  const double rest = at - static_cast<double>(below);
  if (rest == 0 || nth + 1 == values.end()) return *nth;
  return *nth + rest * (*std::min_element(nth + 1, values.end()) - *nth);
}

}  // namespace

Distribution distribution(std::span<const double> values, double nominal) {
  if (values.empty()) return {nominal, missing, missing, missing, missing};
  double sum = 0;
  for (const double value : values) sum += value;
  std::vector<double> sorted(values.begin(), values.end());
  std::size_t from = 0;
  const double low = quantile(sorted, 0.05, from);
  const double median = quantile(sorted, 0.5, from);
  const double high = quantile(sorted, 0.95, from);
  return {nominal, sum / static_cast<double>(values.size()), low, median, high};
}

}  // namespace tijian
