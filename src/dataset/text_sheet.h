#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tijian::dataset {

/// A row of a sheet, as people read it.
struct TextRow {
  int number;  ///< as the sheet counts
  std::vector<std::string> cells;
};

/// A sheet of a workbook as a table of texts: without what is hidden, merged cells filled.
struct TextSheet {
  std::string name;
  std::vector<TextRow> rows;
  std::set<std::pair<int, int>> filled;  ///< (row, column) of cells that belong to a merged one
};

}  // namespace tijian::dataset
