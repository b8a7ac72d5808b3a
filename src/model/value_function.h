#pragma once
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "tijian/framework.h"
#include "tijian/method_table.h"
#include "tijian/period.h"

namespace tijian::model {

/// Years as a number: the end of the period (2019 -> 2019, 2019Q1 -> 2018.25). NaN without a
/// period.
double time_of(const Period&);

/// A curve through points, flat outside, linear or monotone cubic (pchip) between them.
class Curve {
 public:
  /// `points` ascending in x, at least two; pchip needs four.
  Curve(std::vector<std::pair<double, double>> points, bool pchip);
  double operator()(double x) const;

 private:
  std::vector<std::pair<double, double>> points_;
  std::vector<double> slopes_;  // dy/dx at the points; empty for linear
};

/// A value function made ready for columns of values. `relative` has none.
class ValueScale {
 public:
  explicit ValueScale(const ValueFunction&);

  /// Linear, efficacy, cap and floor are one clipped straight line; nothing for the others.
  const std::optional<Scale>& line() const { return line_; }
  /// The score of one value. `time` matters to a trajectory only, whose score is missing without.
  double operator()(double x, double time) const;

 private:
  std::optional<Scale> line_;
  std::optional<Curve> curve_;
  std::optional<Trajectory> trajectory_;
};

}  // namespace tijian::model
