#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv_rows.h"
#include "dataset/file_table.h"
#include "dataset/row_faults.h"
#include "dataset/rows.h"
#include "dataset/source_table.h"
#include "tijian/missing.h"

namespace tijian::dataset {

/// Values with their rows and columns, as files give them whose rows are not the table's rows.
class CellCollector {
 public:
  struct Value {
    int row, column;
    double value;  ///< NaN where the file says that it is missing
    int line, cell;
    int source = -1;
    double standard_error = missing;
    double rounding = 0;  ///< as `half_unit` gives it
    bool faulty = false;  ///< the cell could not be read
  };

  /// `attributes`: into the framework's.
  CellCollector(const DataFile&, const Framework&, const std::vector<int>& attributes);

  RowBuilder& rows() { return rows_; }
  /// The row of a place and a period; `line` is where it was met.
  int row(std::string_view place, const Period& period, int line);
  ColumnSet& columns() { return columns_; }
  void add(const Value& value) { values_.push_back(value); }
  /// The number of a source; -1 where nothing is known of it.
  int source(std::string_view text, std::string_view confidence);
  /// Makes the table. A cell given twice is a fault.
  FileTable table(Faults&);

 private:
  const DataFile& file_;
  const Framework& framework_;
  RowBuilder rows_;
  std::vector<int> row_line_;
  ColumnSet columns_;
  std::vector<Value> values_;
  SourceTable sources_;
};

/// Goes through the rows of a file in order. `each(base::CsvRow)` gets as many cells as the header
/// has; other rows are faults. Blank rows are left out.
class RowReader {
 public:
  RowReader(const DataFile& file, Faults& faults) : file_(file), faults_(faults) {}

  template <class Each>
  void operator()(const Each& each) {
    if (file_.sheet) return read_sheet(each);
    BlockReader reader(*file_.input, file_.begin, file_.end, file_.first_line);
    std::string buffer;
    for (Block block; reader.next(block);) {
      const base::Decoded decoded = base::to_utf8(block.bytes, file_.encoding, buffer);
      if (decoded.fault) return faults_.add(encoding_fault(file_.path(), block, *decoded.fault));
      const auto broken = base::for_each_row(
          decoded.text, block.quotes, block.first_line,
          [&](const base::CsvRow& row) {
            if (within(row.line) && complete(row)) each(row);
          },
          file_.separator);
      if (broken) return faults_.add(base::quote_fault(file_.path(), *broken));
      if (!within(block.first_line)) return;
    }
  }

 private:
  template <class Each>
  void read_sheet(const Each& each) {
    std::vector<std::string_view> cells;
    for (const TextRow& row : file_.sheet->rows()) {
      if (row.number < file_.first_line || !within(row.number)) continue;
      cells.assign(row.cells.begin(), row.cells.end());
      if (cells.size() < file_.header.cells.size()) cells.resize(file_.header.cells.size());
      if (const base::CsvRow read{row.number, cells}; complete(read)) each(read);
    }
  }

  bool within(int line) const { return file_.last_line == 0 || line <= file_.last_line; }
  bool complete(const base::CsvRow&);

  const DataFile& file_;
  Faults& faults_;
};

}  // namespace tijian::dataset
