#pragma once
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/input_file.h"
#include "dataset/faults.h"

namespace tijian::dataset {

/// A cell of a sheet. Its kind is a letter of tables/reading/table_sink.h, 0 where there is nothing
/// in it: t(ext), n(umber), p(er cent, with the sign), s(caled as it is shown), d(ate or time),
/// b(oolean), e(rror), f(ormula without a result: the text is the formula).
struct SheetCell {
  const char* begin = nullptr;
  std::uint32_t size = 0;
  char kind = 0;
  bool formula = false;  ///< the value is the result of one

  std::string_view text() const { return {begin, size}; }
};

/// A row with something in it, counted from 1; `cells[0]` is column A.
struct SheetRow {
  int number = 0;
  std::span<const SheetCell> cells;  ///< up to the last one with something in it
};

/// Rows or columns, both ends included, counted from 1.
struct SheetSpan {
  int first = 0, last = 0;
  bool operator==(const SheetSpan&) const = default;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<SheetRow> rows;
  /// Cells of a merged range behind its first may have something in them that nobody sees.
  struct Range {
    SheetSpan rows, columns;
    bool operator==(const Range&) const = default;
  };
  std::vector<Range> merged;
  std::vector<SheetSpan> hidden_rows, hidden_columns;
};

/// A workbook (XLSX, ODS) in memory.
struct WorkbookFile {
  std::vector<Sheet> sheets;
  bool macros = false;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory;  ///< of the cells and their texts
};

/// Whether a file that begins so is a workbook, or one that is told why it is not read.
bool looks_like_workbook(std::string_view first_bytes);

/// Reads a workbook by the module that knows how; the faults say why not (C370 to C377), and that
/// there are macros (C378).
std::optional<WorkbookFile> read_workbook(const base::InputFile&, Faults&);

}  // namespace tijian::dataset
