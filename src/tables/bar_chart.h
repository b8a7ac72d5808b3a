#pragma once
#include <string>
#include <vector>

#include "tables/cell_range.h"

namespace tijian::tables {

/// Lying bars, the first row at the top, of numbers that stand in cells of the chart's own sheet.
struct BarChart {
  struct Series {
    std::string name;
    CellRange values;
    int colour;  ///< 0xRRGGBB
  };
  std::string title;
  std::string description;  ///< what it shows, for those who cannot see it
  CellRange labels;         ///< the bars' names
  std::vector<Series> series;
  std::string number = "0";       ///< the format of the numbers at the bars
  int width = 640, height = 320;  ///< in pixels
};

}  // namespace tijian::tables
