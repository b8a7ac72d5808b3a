#include "report/office_look.h"

#include <cmath>

namespace tijian::report {

LightColours colours_of(Light light) {
  switch (light) {
    case Light::red:
      return {0xB4232A, 0xFFFFFF};
    case Light::orange:
      return {0xE88A3A, ink};
    case Light::yellow:
      return {0xF0BE1E, ink};
    case Light::green:
      return {0x1B8468, 0xFFFFFF};
    default:
      return {-1, pale_ink};
  }
}

int decimals_of(double value) {
  if (!std::isfinite(value) || value == std::round(value)) return 0;
  const double size = std::abs(value);
  return size >= 10000 ? 0 : size >= 1000 ? 1 : size >= 1 ? 2 : size >= 0.01 ? 4 : 6;
}

std::string number_format(int decimals, std::string_view behind) {
  std::string format = "#,##0";
  if (decimals > 0) format += '.' + std::string(static_cast<std::size_t>(decimals), '0');
  return behind.empty() ? format : format + '"' + std::string(behind) + '"';
}

}  // namespace tijian::report
