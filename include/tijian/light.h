#pragma once
#include <cstdint>
#include <string_view>

#include "tijian/reading_rules.h"
#include "tijian/text.h"

namespace tijian {

/// How an indicator or a category is read at a glance. Three greys are told apart.
enum class Light : std::uint8_t {
  green,
  yellow,
  orange,
  red,
  no_standard,    ///< a value, and nothing to hold it against
  no_data,        ///< no value
  not_applicable  ///< it does not apply to the place
};
constexpr bool is_grey(Light light) { return light >= Light::no_standard; }
std::string_view to_string(Light);
/// In the words of practice: 正常, 关注, 预警, 红色预警, 无标准, 数据不足, 不适用.
Text title(Light);

/// Green at or beyond `green`, red beyond `red` (a value exactly at it is orange); of what lies
/// between, yellow the half towards green, middle included, else orange. no_data where the value is
/// missing. Shading of SDSN's Sustainable Development Reports.
Light light_by(const LightLimits&, double value);

/// Where an indicator is going, towards green.
enum class Arrow : std::uint8_t {
  none,     ///< fewer than two values, or no better side
  up,       ///< green, or fast enough to be so in time
  slow_up,  ///< at half of that pace or more
  flat,     ///< slower
  down      ///< away from it
};
std::string_view to_string(Arrow);
Text title(Arrow);

/// What an indicator is held against.
enum class Aspect : std::uint8_t { plan, standard, past, peers, residents };
inline constexpr int aspect_count = 5;
std::string_view to_string(Aspect);
Text title(Aspect);

}  // namespace tijian
