#pragma once
#include <string>
#include <string_view>

#include "tijian/light.h"

/// How office files look, alike in workbook and document. Colours are 0xRRGGBB.
namespace tijian::report {

inline constexpr int header_fill = 0xE6EAEE;
inline constexpr int to_fill_in = 0xFDF6DE;  ///< cells that only a department can fill
inline constexpr int ink = 0x17212B, pale_ink = 0x626E7A, warning_ink = 0x5B4500;
inline constexpr int bar_now = 0x1F4E79, bar_before = 0xBBC5CE;

/// A fill with the colour of what is written on it, at least 4.5 in contrast; fill -1: none.
struct LightColours {
  int fill, text;
};
LightColours colours_of(Light);

/// How many decimals tell a number of that size apart: 342.48, 0.0512, 36404; whole numbers have
/// none.
int decimals_of(double value);
/// The number format of spreadsheets that shows so many, with this text behind.
std::string number_format(int decimals, std::string_view behind = {});

}  // namespace tijian::report
