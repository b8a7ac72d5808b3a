#include "framework/plausible_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/number.h"
#include "formula/unit.h"

namespace tijian::framework {
namespace {

constexpr std::array<std::string_view, 4> prefixes{"", "千", "万", "亿"};

/// What lies a power of ten apart although no prefix says so.
constexpr std::array<std::string_view, 11> lengths_areas_shares{
    "米", "公里", "平方米", "公顷", "平方公里", "立方米", "千克", "吨", "‰", "%", "1"};

std::string_view without_prefixes(std::string_view unit) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view prefix : {"十", "百", "千", "万", "亿"})
      if (unit.starts_with(prefix) && unit.size() > prefix.size()) {
        unit.remove_prefix(prefix.size());
        again = true;
      }
  }
  return unit;
}

/// Units that people write in place of this one.
std::vector<std::string> units_beside(const std::string& unit) {
  std::vector<std::string> names;
  const std::string bare(without_prefixes(unit));
  for (const std::string_view prefix : prefixes)
    if (bare != "1" && bare != "%") names.push_back(std::string(prefix) + bare);
  names.insert(names.end(), lengths_areas_shares.begin(), lengths_areas_shares.end());
  std::erase(names, unit);
  return names;
}

bool power_of_ten(double ratio) {
  const double power = std::log10(ratio);
  return power != 0 && std::abs(power - std::round(power)) < 1e-12;
}

/// Off by more than what a bound that is too narrow would explain.
bool far_outside(double value, const PlausibleRange& range) {
  return !range.holds(value) && !range.holds(value / 10) && !range.holds(value * 10);
}

}  // namespace

std::string amount(double value, const std::string& unit, int significant) {
  return base::readable(value, significant) + (unit == "1" || unit.empty() ? "" : " " + unit);
}

Text range_words(const PlausibleRange& range, const std::string& unit) {
  if (range.low && range.high) {
    const std::string low = base::readable(*range.low, 12), high = amount(*range.high, unit);
    return {fmt::format("from {} to {}", low, high), fmt::format("{} 至 {}", low, high)};
  }
  const std::string end = amount(range.low ? *range.low : range.high.value_or(0), unit);
  return range.low ? Text{"at least " + end, "不低于 " + end}
                   : Text{"at most " + end, "不高于 " + end};
}

Text unit_slip(double value, const std::string& unit, const PlausibleRange& range) {
  const auto own = formula::Unit::parse(unit);
  if (!own || !far_outside(value, range)) return {};
  std::string best;
  double inside = 0;
  for (const std::string& name : units_beside(unit)) {
    const auto other = formula::Unit::parse(name);
    const auto conversion = other ? other->to(*own) : std::nullopt;
    if (!conversion || !power_of_ten((*conversion)(1))) continue;
    const double meant = (*conversion)(value);
    if (!range.holds(meant) || (!best.empty() && meant <= inside)) continue;
    best = name;
    inside = meant;
  }
  if (best.empty()) return {};
  return {fmt::format("looks like {} written as {}?", amount(inside, unit), best),
          fmt::format("{} 是否按“{}”填写了？", amount(inside, unit), best)};
}

}  // namespace tijian::framework
