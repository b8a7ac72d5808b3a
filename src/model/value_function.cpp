#include "model/value_function.h"

#include <math.h>  // before pchip of Boost 1.74, which uses its names unqualified

#include <algorithm>
#include <boost/math/interpolators/pchip.hpp>
#include <cmath>
#include <limits>

namespace tijian {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// factor with factor * length == width, to the last bit where there is such a number, so that the
/// far end of a line scores exactly what it should.
double exact_factor(double width, double length) {
  const double factor = width / length;
  for (double nudged :
       {factor, std::nextafter(factor, HUGE_VAL), std::nextafter(factor, -HUGE_VAL)})
    if (nudged * length == width) return nudged;
  return factor;
}

/// The line through (zero, 0) and (full, 100), clipped to 0..100.
Scale line_through(double zero, double full) {
  return {zero, exact_factor(100, full - zero), 0, 0, 100, {}};
}

/// Efficacy: 60 at pass, 100 at full, so that 0 lies 1.5 times as far on the other side.
Scale efficacy_line(const Efficacy& e) {
  return {e.pass, exact_factor(40, e.full - e.pass), 60, 0, 100, {}};
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
    void operator()(const Linear& f) { self.line_ = line_through(f.zero, f.full); }
    void operator()(const Efficacy& f) { self.line_ = efficacy_line(f); }
    void operator()(const Piecewise& f) { self.curve_.emplace(f.points, f.pchip); }
    void operator()(const Range& f) {
      self.curve_.emplace(
          std::vector<std::pair<double, double>>{
              {f.zero_below, 0}, {f.low, 100}, {f.high, 100}, {f.zero_above, 0}},
          false);
    }
    void operator()(const Cap& f) { self.line_ = line_through(f.limit + f.tolerance, f.limit); }
    void operator()(const Floor& f) { self.line_ = line_through(f.limit - f.tolerance, f.limit); }
    void operator()(const Trajectory& f) { self.trajectory_ = f; }
  };
  std::visit(Visitor{*this}, function);
}

double ValueScale::operator()(double x, double time) const {
  if (line_) {
    const double score = line_->offset + line_->factor * (x - line_->shift);
    return score < line_->low ? line_->low : score > line_->high ? line_->high : score;
  }
  if (curve_) return (*curve_)(x);
  return trajectory_ ? trajectory_score(*trajectory_, x, time) : missing;
}

}  // namespace tijian
