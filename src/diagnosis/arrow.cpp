#include "diagnosis/arrow.h"

#include <algorithm>
#include <cmath>

#include "tijian/missing.h"

namespace tijian::diagnosis {
namespace {

/// On which the better is the higher: the scale of worst and best where there is one, else the
/// value.
class Better {
 public:
  Better(const Indicator& indicator, const std::optional<ScaleEnds>& ends)
      : ends_(ends), sign_(indicator.direction == Direction::lower ? -1 : 1) {}

  double operator()(double value) const {
    if (!ends_) return sign_ * value;
    return std::clamp((value - ends_->worst) / (ends_->best - ends_->worst), 0.0, 1.0);
  }
  bool reaches(double value, double green) const { return sign_ * value >= sign_ * green; }

 private:
  const std::optional<ScaleEnds>& ends_;
  double sign_;
};

double base_of(const TrendRule& rule, const Heading& heading) {
  if (rule.base == TrendRule::Base::year) return rule.base_year;
  return rule.base == TrendRule::Base::first ? heading.from.time : heading.to.time;
}

std::optional<int> until_of(const Indicator& indicator, const TrendRule& rule) {
  if (rule.until) return rule.until;
  return indicator.plan && indicator.plan->target ? indicator.plan->target->year : std::nullopt;
}

Arrow by_need(double pace, double need) {
  if (pace < 0) return Arrow::down;
  if (need <= 0 || pace / need >= 1) return Arrow::up;
  return pace / need >= 0.5 ? Arrow::slow_up : Arrow::flat;
}

Arrow by_sign(double pace) { return pace < 0 ? Arrow::down : pace > 0 ? Arrow::up : Arrow::flat; }

}  // namespace

std::span<const Point> unbroken(std::span<const Point> series, const TrendRule& rule,
                                std::span<const int> breaks) {
  while (!series.empty() && rule.to && series.back().time > *rule.to)
    series = series.first(series.size() - 1);
  if (series.empty()) return series;
  int begin = rule.from.value_or(0);
  for (const int year : breaks)
    if (year <= series.back().time) begin = std::max(begin, year);
  const auto first = std::ranges::find_if(series, [&](const Point& p) { return p.time >= begin; });
  return series.subspan(static_cast<std::size_t>(first - series.begin()));
}

std::optional<double> green_of(const Indicator& indicator, int year) {
  if (indicator.light) return indicator.light->green;
  if (indicator.direction == Direction::range) return {};
  if (indicator.plan && indicator.plan->target) return indicator.plan->target->value;
  const Standard* standard = indicator.standard_in(year);
  return standard ? standard->limit(indicator.direction) : std::nullopt;
}

Heading heading_of(std::span<const Point> series, const Indicator& indicator, const TrendRule& rule,
                   const std::optional<ScaleEnds>& ends, std::span<const int> breaks) {
  Heading out;
  series = unbroken(series, rule, breaks);
  if (series.size() < 2 || indicator.direction == Direction::range) return out;
  out.from = series.front();
  out.to = series.back();
  const double years = out.to.time - out.from.time;
  out.pace = (out.to.value - out.from.value) / years;
  const Better better(indicator, ends);
  const double pace = (better(out.to.value) - better(out.from.value)) / years;
  const auto green = green_of(indicator, static_cast<int>(out.to.time));
  if (green && better.reaches(out.to.value, *green)) {
    out.arrow = Arrow::up;
    return out;
  }
  const auto until = until_of(indicator, rule);
  const double left = until ? *until - base_of(rule, out) : 0;
  if (!green || !(left > 0)) {
    out.arrow = by_sign(pace);
    return out;
  }
  out.needed = (*green - out.from.value) / left;
  out.arrow = by_need(pace, (better(*green) - better(out.from.value)) / left);
  return out;
}

}  // namespace tijian::diagnosis
