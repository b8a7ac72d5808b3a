#include "model/value_function.h"

#include <math.h>  // before pchip of Boost 1.74, which uses its names unqualified

#include <algorithm>
#include <boost/math/interpolators/pchip.hpp>
#include <cmath>

#include "method/two_point.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

/// The line through two points, clipped to 0..100.
Scale clipped_line(double from, double to, double at_from, double at_to) {
  Scale scale = method::two_point(from, to, at_from, at_to);
  scale.low = 0;
  scale.high = 100;
  return scale;
}

/// Share of the way from `from` to `to` against the share that the time asks for. On the path the
/// score is 100 at any time, the start included; after the last year the target is expected.
double trajectory_score(const Trajectory& t, double x, double time) {
  if (std::isnan(time) || std::isnan(x)) return missing;
  const double progress = (x - t.from) / (t.to - t.from);
  const double expected = std::clamp((time - t.from_year) / (t.to_year - t.from_year), 0.0, 1.0);
  if (expected == 0) return progress >= 0 ? 100 : 0;
  return 100 * std::clamp(progress / expected, 0.0, 1.0);
}

}  // namespace

double time_of(const Period& period) {
  switch (period.part) {
    case Period::Part::none:
      return missing;
    case Period::Part::year:
      return period.year;
    case Period::Part::quarter:
      return period.year - 1 + period.number / 4.0;
    case Period::Part::month:
      return period.year - 1 + period.number / 12.0;
  }
  return missing;
}

Curve::Curve(std::vector<std::pair<double, double>> points, bool pchip)
    : points_(std::move(points)) {
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
  if (std::isnan(x)) return missing;
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

ValueScale::ValueScale(const ValueFunction& function) {
  struct Visitor {
    ValueScale& self;
    void operator()(const Relative&) {}
    void operator()(const Linear& f) { self.line_ = clipped_line(f.zero, f.full, 0, 100); }
    void operator()(const Efficacy& f) { self.line_ = clipped_line(f.pass, f.full, 60, 100); }
    void operator()(const Piecewise& f) { self.curve_.emplace(f.points, f.pchip); }
    void operator()(const Range& f) {
      self.curve_.emplace(
          std::vector<std::pair<double, double>>{
              {f.zero_below, 0}, {f.low, 100}, {f.high, 100}, {f.zero_above, 0}},
          false);
    }
    void operator()(const Cap& f) {
      self.line_ = clipped_line(f.limit + f.tolerance, f.limit, 0, 100);
    }
    void operator()(const Floor& f) {
      self.line_ = clipped_line(f.limit - f.tolerance, f.limit, 0, 100);
    }
    void operator()(const Trajectory& f) { self.trajectory_ = f; }
  };
  std::visit(Visitor{*this}, function);
}

double ValueScale::operator()(double x, double time) const {
  if (line_) return method::affine_score(*line_, x);
  if (curve_) return (*curve_)(x);
  return trajectory_ ? trajectory_score(*trajectory_, x, time) : missing;
}

}  // namespace tijian::model
