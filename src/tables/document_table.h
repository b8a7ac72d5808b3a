#pragma once
#include <string>
#include <vector>

namespace tijian::tables {

/// A table of a document: its header is repeated on each page, and no row goes over a page's end.
struct DocumentTable {
  struct Column {
    std::string title;
    double width;        ///< in parts of all columns' widths
    bool right = false;  ///< numbers
  };
  struct Cell {
    std::string text;
    bool bold = false;
    int fill = -1;  ///< 0xRRGGBB; -1: none
    int colour = -1;
  };
  std::string caption;  ///< what it is, for those who cannot see it
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

}  // namespace tijian::tables
