#include "tables/reading/shown_date.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "tables/reading/number_text.h"

namespace tijian::tables {
namespace {

using std::chrono::year_month_day;

constexpr long day_seconds = 24L * 60 * 60;

std::string padded(long number, int width = 2) {
  std::string digits = std::to_string(number);
  while (static_cast<int>(digits.size()) < width) digits.insert(0, 1, '0');
  return digits;
}

/// 10:30, or 10:30:05 where there are seconds; PT36H30M5S from a day on.
std::string time_text(long seconds) {
  const long hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
  if (seconds < day_seconds)
    return padded(hours) + ":" + padded(minutes) + (rest != 0 ? ":" + padded(rest) : "");
  std::string text = "PT" + std::to_string(hours) + "H";
  if (minutes != 0) text += std::to_string(minutes) + "M";
  if (rest != 0) text += std::to_string(rest) + "S";
  return text;
}

/// A time of midnight is not said: it is what a date has without one.
std::string date_text(const year_month_day& date, long seconds, const ShownDate& shown) {
  std::string text = padded(static_cast<int>(date.year()), 4);
  if (shown.year && !shown.month && !shown.day) return text;
  text += "-" + padded(static_cast<unsigned>(date.month()));
  if (shown.year && !shown.day) return text;
  text += "-" + padded(static_cast<unsigned>(date.day()));
  return shown.time && seconds != 0 ? text + "T" + time_text(seconds) : text;
}

/// Takes that many digits.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  int number = 0;
  if (text.size() < count) return std::nullopt;
  for (const char c : text.substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + (c - '0');
  }
  text.remove_prefix(count);
  return number;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<year_month_day> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const year_month_day date = std::chrono::year(*year) / *month / *day;
  if (!date.ok()) return std::nullopt;
  return date;
}

/// 10:30, 10:30:00, 10:30:00.000, with or without a Z: parts of a second are left out.
std::optional<long> clock_seconds(std::string_view text) {
  const auto hours = take_digits(text, 2);
  if (!hours || !take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes) return std::nullopt;
  std::optional<int> seconds = 0;
  if (take(text, ':')) seconds = take_digits(text, 2);
  if (!seconds || *hours > 23 || *minutes > 59 || *seconds > 59) return std::nullopt;
  if (take(text, '.') || take(text, ','))
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') text.remove_prefix(1);
  take(text, 'Z');
  if (!text.empty()) return std::nullopt;
  return (*hours * 60L + *minutes) * 60 + *seconds;
}

/// Takes a number before that letter: 30M.
double take_amount(std::string_view& text, char letter) {
  const std::size_t end = text.find_first_not_of("0123456789.");
  if (end == text.npos || end == 0 || text[end] != letter) return 0;
  const auto amount = number_of(text.substr(0, end));
  if (!amount) return 0;
  text.remove_prefix(end + 1);
  return *amount;
}

}  // namespace

std::optional<std::string> serial_date(double serial, bool from_1904, const ShownDate& shown) {
  using namespace std::chrono;
  if (!(serial >= 0) || serial >= 2958466) return std::nullopt;
  const long seconds = std::lround(serial * static_cast<double>(day_seconds));
  if (!shown.date()) return time_text(seconds);
  long days = seconds / day_seconds;
  if (!from_1904 && (days == 0 || days == 60)) return std::nullopt;
  if (!from_1904 && days < 60) ++days;
  const sys_days zero = from_1904 ? sys_days{1904y / 1 / 1} : sys_days{1899y / 12 / 30};
  return date_text(zero + std::chrono::days(days), seconds % day_seconds, shown);
}

std::optional<std::string> iso_date(std::string_view text, const ShownDate& shown) {
  const auto date = take_date(text);
  if (!date) return std::nullopt;
  if (text.empty()) return date_text(*date, 0, shown);
  if (!take(text, 'T') && !take(text, ' ')) return std::nullopt;
  const auto seconds = clock_seconds(text);
  if (!seconds) return std::nullopt;
  return date_text(*date, *seconds, shown);
}

std::optional<std::string> iso_time(std::string_view text) {
  const std::string_view whole = text;
  if (const auto seconds = clock_seconds(text)) return time_text(*seconds);
  if (!take(text, 'P')) return std::nullopt;
  const double days = take_amount(text, 'D');
  if (!take(text, 'T')) return std::nullopt;
  const double hours = take_amount(text, 'H'), minutes = take_amount(text, 'M');
  const double seconds = days * 86400 + hours * 3600 + minutes * 60 + take_amount(text, 'S');
  if (!text.empty() || whole.back() == 'T' || !(seconds < 1e9)) return std::nullopt;
  return time_text(std::lround(seconds));
}

}  // namespace tijian::tables
