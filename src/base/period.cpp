#include "tijian/period.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/spelling.h"

namespace tijian {
namespace {

/// Takes `least` to `most` digits off the front; nothing where there are fewer or more.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
  int number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    if (digits == most) return std::nullopt;
    number = number * 10 + (text[digits] - '0');
  }
  if (digits < least) return std::nullopt;
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

std::optional<Period> part_of(int year, Period::Part part, std::optional<int> number, int most) {
  if (!number || *number < 1 || *number > most) return std::nullopt;
  return Period{year, part, static_cast<signed char>(*number)};
}

std::optional<Period> quarter(int year, std::string_view text) {
  take(text, "第");
  constexpr std::array<std::string_view, 4> names{"一", "二", "三", "四"};
  std::optional<int> number;
  for (int i = 0; i < 4 && !number; ++i)
    if (take(text, names[i])) number = i + 1;
  if (!number) number = take_number(text, 1, 1);
  if (text != "季度" && text != "季") return std::nullopt;
  return part_of(year, Period::Part::quarter, number, 4);
}

/// What follows `2019年`: nothing, 度, 末, a month or a quarter.
std::optional<Period> after_year_sign(int year, std::string_view text) {
  if (text.empty() || text == "度" || text == "末" || text == "底")
    return Period{year, Period::Part::year, 0};
  std::string_view rest = text;
  if (const auto month = take_number(rest, 1, 2); month && base::trimmed(rest) == "月")
    return part_of(year, Period::Part::month, month, 12);
  return quarter(year, text);
}

/// What follows `2019-` or `2019/`: a month, or the last day of the year.
std::optional<Period> after_dash(int year, std::string_view text, bool slash) {
  const auto month = take_number(text, slash ? 1 : 2, 2);
  if (text.empty() && !slash) return part_of(year, Period::Part::month, month, 12);
  if (month == 12 && text == (slash ? "/31" : "-31")) return Period{year, Period::Part::year, 0};
  return std::nullopt;
}

}  // namespace

std::optional<Period> parse_period(std::string_view written) {
  const std::string plain = base::half_width(base::trimmed(written));
  std::string_view text = base::trimmed(plain);
  if (text.empty()) return Period{};
  const auto year = take_number(text, 4, 4);
  if (!year || *year < 1000 || *year > 2999) return std::nullopt;
  if (text.empty()) return Period{*year, Period::Part::year, 0};
  text = base::trimmed(text);  // 2019 年
  if (take(text, "年")) return after_year_sign(*year, base::trimmed(text));
  if (take(text, "-")) return after_dash(*year, text, false);
  if (take(text, "/")) return after_dash(*year, text, true);
  if (take(text, ".") && !text.empty() && text.find_first_not_of('0') == text.npos)
    return Period{*year, Period::Part::year, 0};  // 2019.0, as programs write numbers
  if (take(text, "Q") || take(text, "q")) {
    const auto number = take_number(text, 1, 1);
    return text.empty() ? part_of(*year, Period::Part::quarter, number, 4) : std::nullopt;
  }
  return std::nullopt;
}

std::string to_string(const Period& period) {
  switch (period.part) {
    case Period::Part::none:
      return {};
    case Period::Part::year:
      return fmt::format("{}", period.year);
    case Period::Part::quarter:
      return fmt::format("{}Q{}", period.year, int{period.number});
    case Period::Part::month:
      return fmt::format("{}-{:02}", period.year, int{period.number});
  }
  return {};
}

}  // namespace tijian
