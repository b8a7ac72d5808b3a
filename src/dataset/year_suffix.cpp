#include "dataset/year_suffix.h"

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number of the digits at the end, where there are so many and, of four, no more.
std::optional<int> digits_at_end(std::string_view text, std::size_t count) {
  if (text.size() <= count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(text.size() - count)) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// What parts a name from its year.
std::string_view without_joint(std::string_view name) {
  name = base::trimmed(name);
  while (name.ends_with('_') || name.ends_with('-')) name.remove_suffix(1);
  while (name.starts_with('_') || name.starts_with('-')) name.remove_prefix(1);
  return base::trimmed(name);
}

std::optional<NameAndYear> with_name(std::string_view name, int year) {
  name = without_joint(name);
  if (name.empty()) return std::nullopt;
  return NameAndYear{std::string(name), year};
}

/// 人口2010, 人口2010年
std::optional<NameAndYear> year_behind(std::string_view text) {
  for (const std::string_view sign : {"年末", "年"})
    if (text.ends_with(sign)) {
      text.remove_suffix(sign.size());
      break;
    }
  const auto year = digits_at_end(text, 4);
  if (!year || !is_usual_year(*year) || (text.size() > 4 && is_digit(text[text.size() - 5])))
    return std::nullopt;
  return with_name(text.substr(0, text.size() - 4), *year);
}

/// 2010年人口
std::optional<NameAndYear> year_in_front(std::string_view text) {
  if (text.size() < 5 || is_digit(text[4])) return std::nullopt;
  const auto year = digits_at_end("y" + std::string(text.substr(0, 4)), 4);
  if (!year || !is_usual_year(*year)) return std::nullopt;
  text.remove_prefix(4);
  for (const std::string_view sign : {"年末", "年"})
    if (text.starts_with(sign)) {
      text.remove_prefix(sign.size());
      break;
    }
  return with_name(text, *year);
}

}  // namespace

bool is_usual_year(int number) { return number >= 1900 && number <= 2099; }

std::optional<NameAndYear> split_year(std::string_view name, ValueOrigin::Suffix suffix) {
  const std::string plain = base::half_width(base::trimmed(name));
  if (suffix == ValueOrigin::Suffix::two_digits) {
    const auto digits = digits_at_end(plain, 2);
    if (!digits) return std::nullopt;
    constexpr int first_of_last_century = 70;  // as POSIX nearly has it
    return with_name(std::string_view(plain).substr(0, plain.size() - 2),
                     *digits < first_of_last_century ? 2000 + *digits : 1900 + *digits);
  }
  if (auto found = year_behind(plain)) return found;
  return year_in_front(plain);
}

std::optional<Period> period_named(std::string_view name) {
  for (const std::string_view decimals : {".0", ",0"})
    if (name.size() == 6 && name.ends_with(decimals)) name.remove_suffix(decimals.size());
  const auto period = parse_period(name);
  return period && period->part != Period::Part::none ? period : std::nullopt;
}

}  // namespace tijian::dataset
