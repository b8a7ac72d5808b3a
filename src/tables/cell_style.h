#pragma once
#include <compare>
#include <string>

namespace tijian::tables {

enum class Align { left, right, centre };

/// How a cell looks. Colours are 0xRRGGBB.
struct CellStyle {
  bool bold = false;
  bool wrap = false;    ///< long text goes on in the next line of the cell
  bool border = false;  ///< a thin line all around
  Align align = Align::left;
  int fill = -1;  ///< -1: none
  int colour = 0x17212B;
  int size = 10;            ///< in points
  std::string number = {};  ///< a number format such as `#,##0.00`; empty: general
  bool unlocked = false;    ///< may be changed where the sheet is protected
  auto operator<=>(const CellStyle&) const = default;
};

}  // namespace tijian::tables
