#include "diagnosis/level.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "model/value_function.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {
namespace {

/// On the line through two points, (x0, y0) and (x1, y1).
double between(double x, double x0, double y0, double x1, double y1) {
  return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
}

double by_colour(Light light) {
  switch (light) {
    case Light::green:
      return 2.5;
    case Light::yellow:
      return 1.75;
    case Light::orange:
      return 1.25;
    case Light::red:
      return 0.5;
    default:
      return missing;
  }
}

/// Whether worst, red, green and best follow one another.
bool in_order(const LightLimits& light, const ScaleEnds& ends, double sign) {
  return sign * ends.worst < sign * light.red && sign * light.green < sign * ends.best;
}

}  // namespace

std::optional<ScaleEnds> ends_of(const Indicator& indicator, const MethodTable& methods) {
  if (!indicator.score) return {};
  const auto line = model::ValueScale(indicator, methods).line();
  if (!line || !std::isfinite(line->low) || !std::isfinite(line->high) || line->factor == 0)
    return {};
  const auto at = [&](double score) {
    return (line->shift + (score - line->offset) / line->factor) / line->unit;
  };
  return ScaleEnds{at(line->low), at(line->high)};
}

double level_of(const Indicator& indicator, const std::optional<ScaleEnds>& ends, double value,
                Light light) {
  if (is_grey(light)) return missing;
  if (!indicator.light || !ends) return by_colour(light);
  const LightLimits& limits = *indicator.light;
  const double sign = limits.green > limits.red ? 1 : -1;
  if (!in_order(limits, *ends, sign)) return by_colour(light);
  const double x = sign * value, red = sign * limits.red, green = sign * limits.green;
  const double level = x < red     ? between(x, sign * ends->worst, 0, red, 1)
                       : x < green ? between(x, red, 1, green, 2)
                                   : between(x, green, 2, sign * ends->best, 3);
  return std::clamp(level, 0.0, 3.0);
}

std::vector<int> indicators_below(const Framework& framework, int node) {
  std::vector<int> below;
  for (const int child : framework.nodes[node].children)
    if (framework.nodes[child].indicator >= 0)
      below.push_back(framework.nodes[child].indicator);
    else
      std::ranges::copy(indicators_below(framework, child), std::back_inserter(below));
  return below;
}

CategoryLight light_of_category(std::vector<Graded> indicators) {
  std::ranges::stable_sort(indicators, {}, [](const Graded& one) {
    return std::pair{is_grey(one.light), is_grey(one.light) ? 0 : one.level};
  });
  CategoryLight out{Light::not_applicable, {}};
  for (const Graded& one : indicators) out.light = std::min(out.light, one.light);
  if (indicators.empty() || is_grey(indicators.front().light)) {
    if (indicators.empty()) out.light = Light::no_data;
    return out;
  }
  std::erase_if(indicators, [](const Graded& one) { return is_grey(one.light); });
  const std::size_t count = std::min<std::size_t>(2, indicators.size());
  double sum = 0;
  bool red = true;
  for (std::size_t i = 0; i < count; ++i) {
    sum += indicators[i].level;
    red = red && indicators[i].light == Light::red;
    out.worst.push_back(indicators[i].indicator);
  }
  const double mean = sum / static_cast<double>(count);
  const bool all_green =
      std::ranges::all_of(indicators, [](const Graded& one) { return one.light == Light::green; });
  out.light = mean < 1 && red          ? Light::red
              : mean < 1.5             ? Light::orange
              : mean < 2 || !all_green ? Light::yellow
                                       : Light::green;
  if (out.light == Light::green) out.worst.clear();
  return out;
}

}  // namespace tijian::diagnosis
