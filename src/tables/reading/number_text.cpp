#include "tables/reading/number_text.h"

#include <charconv>
#include <cmath>
#include <cstddef>

namespace tijian::tables {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits, with a point after the first `whole` of them.
std::string with_point(const std::string& digits, int whole) {
  const int count = static_cast<int>(digits.size());
  if (whole <= 0) return "0." + std::string(static_cast<std::size_t>(-whole), '0') + digits;
  if (whole >= count) return digits + std::string(static_cast<std::size_t>(whole - count), '0');
  std::string text = digits;
  return text.insert(static_cast<std::size_t>(whole), 1, '.');
}

std::string with_exponent(const std::string& digits, int exponent) {
  const std::string text = digits.size() == 1 ? digits : with_point(digits, 1);
  return text + "e" + std::to_string(exponent);
}

}  // namespace

std::optional<double> number_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const std::string_view unsigned_text = text.substr(text.starts_with('-') ? 1 : 0);
  if (unsigned_text.empty() || !(is_digit(unsigned_text[0]) || unsigned_text[0] == '.'))
    return std::nullopt;
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc() || stop != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string decimal_text(double number, int places) {
  if (number == 0) return "0";
  char scientific[40];  // -1.2345678901234567e-308
  const char* const end = std::to_chars(scientific, scientific + sizeof scientific,
                                        std::abs(number), std::chars_format::scientific)
                              .ptr;
  std::string digits;
  int exponent = 0;
  for (const char* p = scientific; p < end; ++p) {
    if (is_digit(*p)) digits += *p;
    if (*p != 'e') continue;
    std::from_chars(p[1] == '+' ? p + 2 : p + 1, end, exponent);
    break;
  }
  exponent += places;
  const std::string text = exponent > -8 && exponent < 21 ? with_point(digits, exponent + 1)
                                                          : with_exponent(digits, exponent);
  return number < 0 ? "-" + text : text;
}

bool is_shortest(std::string_view text) {
  if (text == "0") return true;
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || text == "0" || (whole.size() > 1 && whole[0] == '0')) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i != point && !is_digit(text[i])) return false;
  // Different decimals of at most 15 digits are different numbers.
  if (text.size() > 15) return false;
  if (point == text.npos) return true;
  return point + 1 < text.size() && text.back() != '0' && !text.starts_with("0.0000000");
}

}  // namespace tijian::tables
