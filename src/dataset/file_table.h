#pragma once
#include <optional>
#include <set>
#include <vector>

#include "dataset/block_reader.h"
#include "dataset/columns.h"
#include "dataset/data_file.h"
#include "dataset/faults.h"
#include "dataset/place_reader.h"
#include "dataset/wide.h"
#include "tijian/dataset.h"

namespace tijian::dataset {

/// What one file gives, with the places of its cells.
struct FileTable {
  std::string path, sheet;
  /// `data.rounding` is of whole numbers too, negative: half a unit of what is counted exactly.
  Dataset data;
  std::vector<int> row_line;
  int period_column = 0;  ///< of the cells that name the rows' periods; 0: there are none
  /// Where rows of the table are not rows of the file; 0 without a cell.
  Matrix<int> cell_line, cell_column;
  int rank = 1;              ///< of the source: 1 goes before 2
  std::string keeper;        ///< the department that it comes from
  std::vector<long> faulty;  ///< by column: cells that could not be read; shorter: none
  std::vector<Surplus> surplus;
  bool refused = false;  ///< a column had a fault: what is absent may be that one
  bool has_periods = false;

  Citation cite(int row, int column) const;
  /// Line and column of a cell.
  std::pair<int, int> cell(int row, int column) const;
};

/// Reads the rows of a wide file, all at once or some at a time.
class WideReader {
 public:
  /// All are kept by the caller.
  WideReader(const DataFile&, const TablePlan&, const Framework&, int threads);

  /// The next rows, of at most so many lines; values have `columns` columns. False at the end.
  bool read(FileTable& table, std::size_t lines, int columns, Faults&);
  /// All rows.
  void read_all(FileTable& table, int columns, Faults&);
  std::size_t position() const { return reader_.position(); }
  /// Places to be left out that no row named so far.
  std::vector<std::string> unused_places() const { return parser_.left_out().unused(left_out_); }

 private:
  struct Part;
  class Reading;
  void check_periods(const WideRows&, Faults&);

  const DataFile& file_;
  const TablePlan& plan_;
  const Framework& framework_;
  PlaceReader places_;
  std::vector<int> attribute_cells_;  ///< of the file, for each attribute of the plan
  WideParser parser_;
  BlockReader reader_;
  int threads_;
  std::size_t next_block_ = 0;
  bool broken_ = false;
  std::optional<bool> has_periods_;
  std::set<std::string> left_out_;  ///< places that were met
};

/// A row without a period in a file whose rows have one, or the other way round.
std::optional<Diagnostic> period_fault(std::optional<bool>& has_periods, const Period&,
                                       const Citation&);

}  // namespace tijian::dataset
