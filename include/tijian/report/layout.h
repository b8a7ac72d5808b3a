#pragma once
#include <string>
#include <string_view>

namespace tijian::report {

/// How many columns of a terminal a text takes: 2 for East Asian wide characters, 0 for marks.
int display_width(std::string_view text);

/// The text in at most `width` columns, with … where something was cut off.
std::string cut(std::string_view text, int width);

/// The text with spaces up to `width` columns.
std::string pad_right(std::string text, int width);
std::string pad_left(const std::string& text, int width);

/// The text in lines of at most `width` columns, broken at spaces and around wide characters;
/// lines after the first begin with `indent` spaces.
std::string wrap(std::string_view text, int width, int indent);

/// A share as a whole percentage: 0.456 as `46 %`; never 0 or 100 where it is only near.
std::string percent(double share);

}  // namespace tijian::report
