#include "statistics/line.h"

#include <cmath>

#include "statistics/pairs.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

double mean_of_all(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// What the line leaves of y, squared.
double squares_left(const Pairs& points, double mean_x, double mean_y, double slope) {
  double sum = 0;
  for (std::size_t i = 0; i < points.x.size(); ++i) {
    const double left = points.y[i] - mean_y - slope * (points.x[i] - mean_x);
    sum += left * left;
  }
  return sum;
}

}  // namespace

Line fit_line(std::span<const double> x, std::span<const double> y) {
  const Pairs points = common(x, y);
  const std::size_t n = points.x.size();
  const double mean_x = mean_of_all(points.x), mean_y = mean_of_all(points.y);
  double xx = 0, xy = 0;
  for (std::size_t i = 0; i < n; ++i) {
    xx += (points.x[i] - mean_x) * (points.x[i] - mean_x);
    xy += (points.x[i] - mean_x) * (points.y[i] - mean_y);
  }
  if (!(xx > 0)) return {n, missing, missing, missing, missing, missing};
  const double slope = xy / xx;
  const double left = squares_left(points, mean_x, mean_y, slope);
  const double residual_sd = n < 3 ? missing : std::sqrt(left / static_cast<double>(n - 2));
  return {n, slope, mean_y - slope * mean_x, residual_sd, mean_x, xx};
}

PredictionBand::PredictionBand(const Line& line, double confidence)
    : line_(line), errors_(student_t(confidence, static_cast<double>(line.n) - 2)) {}

Interval PredictionBand::at(double x) const {
  const double n = static_cast<double>(line_.n), away = x - line_.mean_x;
  const double error = line_.residual_sd * std::sqrt(1 + 1 / n + away * away / line_.spread_x);
  return {line_.at(x) - errors_ * error, line_.at(x) + errors_ * error};
}

}  // namespace tijian::statistics
