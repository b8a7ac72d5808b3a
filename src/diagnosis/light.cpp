#include "tijian/light.h"

#include <array>
#include <cmath>

namespace tijian {
namespace {

struct Named {
  const char *name, *en, *zh;
};

constexpr std::array<Named, 7> lights{{{"green", "green", "正常"},
                                       {"yellow", "yellow", "关注"},
                                       {"orange", "orange", "预警"},
                                       {"red", "red", "红色预警"},
                                       {"no_standard", "no standard", "无标准"},
                                       {"no_data", "no data", "数据不足"},
                                       {"not_applicable", "not applicable", "不适用"}}};

constexpr std::array<Named, 5> arrows{{{"", "", ""},
                                       {"up", "on the way", "向好"},
                                       {"slow_up", "slowly better", "缓慢向好"},
                                       {"flat", "too slow", "停滞"},
                                       {"down", "worse", "变差"}}};

constexpr std::array<Named, 5> aspects{{{"plan", "plan", "规划"},
                                        {"standard", "standard", "标准"},
                                        {"past", "past", "历年"},
                                        {"peers", "peers", "同类"},
                                        {"residents", "residents", "居民"}}};

template <std::size_t N, class E>
const Named& entry(const std::array<Named, N>& list, E value) {
  return list[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view to_string(Light light) { return entry(lights, light).name; }
std::string_view to_string(Arrow arrow) { return entry(arrows, arrow).name; }
std::string_view to_string(Aspect aspect) { return entry(aspects, aspect).name; }
Text title(Light light) { return {entry(lights, light).en, entry(lights, light).zh}; }
Text title(Arrow arrow) { return {entry(arrows, arrow).en, entry(arrows, arrow).zh}; }
Text title(Aspect aspect) { return {entry(aspects, aspect).en, entry(aspects, aspect).zh}; }

Light light_by(const LightLimits& limits, double value) {
  if (std::isnan(value)) return Light::no_data;
  const double sign = limits.green > limits.red ? 1 : -1;
  const double green = sign * limits.green, red = sign * limits.red, x = sign * value;
  if (x >= green) return Light::green;
  if (x < red) return Light::red;
  return x == red || x < (green + red) / 2 ? Light::orange : Light::yellow;
}

}  // namespace tijian
