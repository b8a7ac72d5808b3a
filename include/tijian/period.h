#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tijian {

/// A year (2019), a quarter (2019Q1), a month (2019-03), or no period at all.
/// Ordered by year, then by part: none < year; within a year the year, then quarters, then months.
struct Period {
  enum class Part : signed char { none, year, quarter, month };
  int year = 0;
  Part part = Part::none;
  signed char number = 0;  ///< quarter 1..4 or month 1..12, else 0

  auto operator<=>(const Period&) const = default;
};

/// Reads `2019`, `2019年`, `2019年末`, `2019-12-31` (a year's last day stands for it), `2019-03`,
/// `2019年3月`, `2019Q1`, `2019年1季度` (full-width digits too).
/// Years are 1000..2999. Nothing for anything else; the empty text is no period.
std::optional<Period> parse_period(std::string_view text);

/// `2019`, `2019Q1`, `2019-03`, or empty.
std::string to_string(const Period&);

}  // namespace tijian
