#pragma once

namespace tijian::tables {

/// Cells of a sheet, both ends included, counted from 0.
struct CellRange {
  int first_row, first_column, last_row, last_column;
};

}  // namespace tijian::tables
