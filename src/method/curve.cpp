#include "method/curve.h"

#include <math.h>  // before pchip of Boost 1.74, which uses its names unqualified

#include <algorithm>
#include <boost/math/interpolators/pchip.hpp>

namespace tijian::method {

Curve::Curve(Points points, bool pchip) : points_(std::move(points)) {
  if (!pchip) return;
  std::vector<double> x, y;
  for (auto [px, py] : points_) {
    x.push_back(px);
    y.push_back(py);
  }
  const auto knots = x;
  const boost::math::interpolators::pchip<std::vector<double>> spline(std::move(x), std::move(y));
  for (double knot : knots) slopes_.push_back(spline.prime(knot));
}

double Curve::operator()(double x) const {
  if (x <= points_.front().first) return points_.front().second;
  if (x >= points_.back().first) return points_.back().second;
  const auto right = std::ranges::upper_bound(points_, x, {}, &std::pair<double, double>::first);
  const auto left = right - 1;
  const double h = right->first - left->first;
  const double t = (x - left->first) / h;
  if (slopes_.empty()) return left->second + (right->second - left->second) * t;
  const double s0 = slopes_[left - points_.begin()], s1 = slopes_[right - points_.begin()];
  return (1 - t) * (1 - t) * (left->second * (1 + 2 * t) + h * s0 * t) +
         t * t * (right->second * (3 - 2 * t) + h * s1 * (t - 1));
}

}  // namespace tijian::method
