#include "base/number.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace tijian::base {

char* write_shortest(char* out, double x) {
  if (std::isnan(x)) return out;
  x += 0.0;  // no negative zero
  const double size = std::abs(x);
  // Plain digits where people would write them so, else whichever form is shorter.
  const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
  return plain ? std::to_chars(out, out + shortest_size, x, std::chars_format::fixed).ptr
               : std::to_chars(out, out + shortest_size, x).ptr;
}

std::string shortest(double x) {
  char buffer[shortest_size];
  return {buffer, write_shortest(buffer, x)};
}

std::string readable(double x, int significant, const char* none) {
  if (std::isnan(x)) return none;
  x += 0.0;
  const double size = std::abs(x);
  if (size != 0 && (size < 1e-4 || size >= 1e15)) return fmt::format("{:.{}g}", x, significant);
  const int before = size == 0 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::string text = fmt::format("{:.{}f}", x, std::max(0, significant - before));
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string fixed(double x, int decimals, const char* none) {
  if (std::isnan(x)) return none;
  std::string text = fmt::format("{:.{}f}", x, decimals);
  // "-0.00" would make people look for what is negative.
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return text;
}

std::string percent(double share) {
  if (std::isnan(share)) return "—";
  if (share > 0 && share < 0.005) return "<1 %";
  if (share < 1 && share >= 0.995) return ">99 %";
  return fmt::format("{:.0f} %", share * 100);
}

}  // namespace tijian::base
