#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tijian::tables {

/// The number that a text is; nothing where it is none, or beyond what a double holds.
std::optional<double> number_of(std::string_view text);

/// A number as the shortest decimal that reads back the same, its point moved to the right by so
/// many places in the decimal itself, so that 0.07 in per cent is 7. Without an exponent where that
/// takes no more than some twenty digits.
std::string decimal_text(double number, int places = 0);

/// Whether the text is such a decimal already.
bool is_shortest(std::string_view text);

}  // namespace tijian::tables
