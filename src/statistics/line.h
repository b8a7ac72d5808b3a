#pragma once
#include <cstddef>
#include <span>

#include "statistics/interval.h"

namespace tijian::statistics {

/// The straight line through points by ordinary least squares.
struct Line {
  std::size_t n;       ///< points; those where x or y is missing are left out
  double slope;        ///< missing where no two points differ in x, and so is all that follows
  double intercept;    ///< y where x is 0
  double residual_sd;  ///< with n - 2; missing below three points
  double mean_x;       ///< of the points
  double spread_x;     ///< sum of (x - mean_x)^2

  double at(double x) const { return intercept + slope * x; }
};

/// Lists of different lengths: UsageError.
Line fit_line(std::span<const double> x, std::span<const double> y);

/// Where one further y at any x lies with that `confidence`, within 0..1, its ends excluded;
/// missing below three points. Draper and Smith (1998), Applied regression analysis.
class PredictionBand {
 public:
  explicit PredictionBand(const Line&, double confidence = 0.95);
  Interval at(double x) const;

 private:
  Line line_;
  double errors_;  ///< so many of them to either side
};

}  // namespace tijian::statistics
