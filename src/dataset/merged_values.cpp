#include "dataset/merged_values.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::dataset {
namespace {

std::string_view text_at(const TextSheet& sheet, int line, int column) {
  const auto row = std::ranges::lower_bound(sheet.rows(), line, {}, &TextRow::number);
  const auto cell = static_cast<std::size_t>(column - 1);
  if (row == sheet.rows().end() || row->number != line || cell >= row->cells.size()) return {};
  return base::trimmed(row->cells[cell]);
}

}  // namespace

void MergedValues::add(const DataFile& file, int line, int column, const Text& called) {
  const Sheet::Range& cells = file.sheet->range_of(line, column);
  const auto first = std::pair{cells.rows.first, cells.columns.first};
  if (file.cells.missing(text_at(*file.sheet, first.first, first.second))) return;
  Range& range = ranges_.try_emplace(first, Range{cells, called}).first->second;
  ++range.without;
}

void MergedValues::tell(const DataFile& file, Faults& faults) const {
  for (const auto& [first, range] : ranges_) {
    const std::string cells = cell_name(first.first, first.second) + ":" +
                              cell_name(range.cells.rows.last, range.cells.columns.last);
    faults.add(base::make_diagnostic(
        "B477", file.cite(first.first, first.second),
        {{"cell", base::excerpt(text_at(*file.sheet, first.first, first.second))},
         {"name", range.called},
         {"without", std::to_string(range.without)},
         {"range", cells}}));
  }
}

}  // namespace tijian::dataset
