#include "dataset/text_sheet.h"

#include <algorithm>

#include "base/spelling.h"

namespace tijian::dataset {
namespace {

bool within(const std::vector<SheetSpan>& spans, int number) {
  return std::ranges::any_of(
      spans, [&](const SheetSpan& span) { return number >= span.first && number <= span.last; });
}

/// Adds a number to runs of numbers that rise.
void extend(std::vector<std::pair<int, int>>& runs, int number) {
  if (!runs.empty() && number == runs.back().second + 1)
    runs.back().second = number;
  else
    runs.emplace_back(number, number);
}

bool empty(const TextRow& row) {
  return std::ranges::all_of(row.cells,
                             [](std::string_view cell) { return base::trimmed(cell).empty(); });
}

}  // namespace

TextSheet::TextSheet(std::shared_ptr<const WorkbookFile> workbook, const Sheet& sheet)
    : workbook_(std::move(workbook)),
      name_(sheet.name),
      hidden_(sheet.hidden),
      in_use_(!sheet.rows.empty()) {
  for (const SheetRow& row : sheet.rows) add_row(row, sheet);
  for (const Sheet::Range& range : sheet.merged) fill(range);
  if (!sheet.hidden_columns.empty()) hide_columns(sheet);
}

void TextSheet::add_row(const SheetRow& row, const Sheet& sheet) {
  TextRow text{row.number, {}};
  text.cells.reserve(row.cells.size());
  for (const SheetCell& cell : row.cells) {
    text.cells.push_back(cell.text());
    if (cell.kind == 's')
      scaled_.push_back({row.number, static_cast<int>(text.cells.size()), cell.text()});
  }
  if (empty(text)) return;
  if (within(sheet.hidden_rows, row.number))
    extend(hidden_rows_, row.number);
  else
    rows_.push_back(std::move(text));
}

/// A merged place or header holds for all of its cells; of values only the first counts.
void TextSheet::fill(const Sheet::Range& range) {
  std::size_t width = 0;
  for (const TextRow& row : rows_) width = std::max(width, row.cells.size());
  const auto begin = std::ranges::lower_bound(rows_, range.rows.first, {}, &TextRow::number);
  if (begin == rows_.end() || begin->number != range.rows.first) return;
  const auto first = static_cast<std::size_t>(range.columns.first - 1);
  if (first >= begin->cells.size()) return;
  const std::string_view text = begin->cells[first];
  const std::size_t end =
      std::min<std::size_t>(static_cast<std::size_t>(range.columns.last), width);
  for (auto row = begin; row != rows_.end() && row->number <= range.rows.last; ++row) {
    if (row->cells.size() < end) row->cells.resize(end);
    for (std::size_t i = first; i < end; ++i) {
      if (row == begin && i == first) continue;
      row->cells[i] = text;
      filled_.emplace(row->number, static_cast<int>(i) + 1);
    }
  }
}

void TextSheet::hide_columns(const Sheet& sheet) {
  std::set<int> hidden;
  for (TextRow& row : rows_)
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const int column = static_cast<int>(i) + 1;
      if (row.cells[i].empty() || !within(sheet.hidden_columns, column)) continue;
      row.cells[i] = {};
      hidden.insert(column);
    }
  for (const int column : hidden) extend(hidden_columns_, column);
  std::erase_if(rows_, empty);
}

}  // namespace tijian::dataset
