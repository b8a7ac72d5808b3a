#include "analysis/arithmetic.h"

#include <algorithm>

#include "model/value_function.h"

namespace tijian::analysis {
namespace {

struct Work {
  double x;
  const Period& period;

  WorkedOut line(double start, double rise, double from, double to) const {
    return {ByLine{start, rise, from, to}, start + rise * (x - from) / (to - from)};
  }
  WorkedOut beyond(double limit, double tolerance, bool above) const {
    const double distance = above ? x - limit : limit - x;
    return {ByDistance{limit, tolerance, above}, 100 * (1 - distance / tolerance)};
  }

  WorkedOut operator()(const Relative&) const { return {}; }
  WorkedOut operator()(const Linear& f) const { return line(0, 100, f.zero, f.full); }
  WorkedOut operator()(const Efficacy& f) const { return line(60, 40, f.pass, f.full); }
  WorkedOut operator()(const Piecewise& f) const {
    const auto right = std::ranges::upper_bound(f.points, x, {}, &std::pair<double, double>::first);
    if (right == f.points.begin() || right == f.points.end() || f.pchip) return {};
    const auto left = right - 1;
    return line(left->second, right->second - left->second, left->first, right->first);
  }
  WorkedOut operator()(const Range& f) const {
    if (x < f.low) return line(0, 100, f.zero_below, f.low);
    return x > f.high ? line(0, 100, f.zero_above, f.high) : WorkedOut{};
  }
  WorkedOut operator()(const Cap& f) const {
    return x <= f.limit ? WorkedOut{} : beyond(f.limit, f.tolerance, true);
  }
  WorkedOut operator()(const Floor& f) const {
    return x >= f.limit ? WorkedOut{} : beyond(f.limit, f.tolerance, false);
  }
  WorkedOut operator()(const Trajectory& f) const {
    const double progress = (x - f.from) / (f.to - f.from);
    const double expected =
        std::clamp((model::time_of(period) - f.from_year) / (f.to_year - f.from_year), 0.0, 1.0);
    return {ByProgress{progress, expected}, expected > 0 ? 100 * progress / expected : missing};
  }
};

}  // namespace

WorkedOut work_out(const ValueFunction& function, double x, const Period& period) {
  return std::visit(Work{x, period}, function);
}

WorkedOut work_out(const Scale& scale, bool line, double x) {
  if (!line) return {ByComparison{scale.knots.size()}, missing};
  return {ByScale{scale.offset, scale.factor, scale.shift},
          scale.offset + scale.factor * (x - scale.shift)};
}

}  // namespace tijian::analysis
