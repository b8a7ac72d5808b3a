#pragma once
#include <utility>
#include <vector>

namespace tijian::method {

/// A curve through points, flat outside, linear or monotone cubic (pchip) between them.
class Curve {
 public:
  using Points = std::vector<std::pair<double, double>>;
  /// `points` ascending in x, at least two.
  Curve(Points points, bool pchip);
  /// Of an x that is not missing.
  double operator()(double x) const;

 private:
  Points points_;
  std::vector<double> slopes_;  // dy/dx at the points; empty for linear
};

}  // namespace tijian::method
