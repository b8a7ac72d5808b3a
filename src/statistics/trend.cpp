#include "statistics/trend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "statistics/pairs.h"
#include "statistics/quantile.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

/// Of every two points that differ in time, ascending.
std::vector<double> slopes_between(const Pairs& points) {
  std::vector<double> slopes;
  for (std::size_t i = 0; i < points.x.size(); ++i)
    for (std::size_t j = i + 1; j < points.x.size(); ++j)
      if (points.x[i] != points.x[j])
        slopes.push_back((points.y[j] - points.y[i]) / (points.x[j] - points.x[i]));
  std::ranges::sort(slopes);
  return slopes;
}

Interval between_ranks(const std::vector<double>& slopes, double width) {
  const double count = static_cast<double>(slopes.size());
  const double low = std::round((count - width) / 2), high = std::round((count + width) / 2) + 1;
  if (!(low >= 1 && high <= count)) return {missing, missing};
  return {slopes[static_cast<std::size_t>(low) - 1], slopes[static_cast<std::size_t>(high) - 1]};
}

}  // namespace

Trend trend(std::span<const double> times, std::span<const double> values, double z) {
  const Kendall test = kendall(times, values);
  std::vector<double> slopes = slopes_between(common(times, values));
  const Interval interval = between_ranks(slopes, z * std::sqrt(test.variance));
  return {test, quantiles(slopes, std::array{0.5})[0], interval};
}

double sen_slope(std::span<const double> times, std::span<const double> values) {
  std::vector<double> slopes = slopes_between(common(times, values));
  return quantiles(slopes, std::array{0.5})[0];
}

}  // namespace tijian::statistics
