#pragma once
#include <string>

namespace tijian::base {

/// Room that `write_shortest` may need.
inline constexpr int shortest_size = 32;

/// Writes the shortest decimal that reads back to the same number, nothing for NaN; returns its
/// end.
char* write_shortest(char* out, double x);
std::string shortest(double x);

/// A number for people: `significant` digits, without trailing zeros; `none` where it is missing.
std::string readable(double x, int significant = 6, const char* none = "—");
/// With exactly that many decimals, for columns of numbers.
std::string fixed(double x, int decimals, const char* none = "—");
/// A share as a whole percentage: 0.456 as `46 %`; never 0 or 100 where it is only near.
std::string percent(double share);

}  // namespace tijian::base
