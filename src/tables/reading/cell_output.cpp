#include "tables/reading/cell_output.h"

#include <algorithm>

#include "tables/reading/read_fault.h"
#include "tables/reading/xml_text.h"

namespace tijian::tables {
namespace {

constexpr int most_rows = 2'000'000, most_columns = 16'384;
constexpr long most_cells = 50'000'000;
constexpr std::size_t most_bytes = std::size_t{1} << 30;

}  // namespace

std::string cell_name(int row, int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26)
    letters += static_cast<char>('A' + (column - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters + std::to_string(row);
}

void CellOutput::begin_sheet(std::string_view name, bool hidden) {
  sheet_ = name;
  row_ = column_ = 0;
  sink_.sheet(sink_.to, name.data(), name.size(), hidden);
}

void CellOutput::cell(int row, int column, const CellValue& value, bool formula) {
  if (value.kind == 0 || value.text.empty()) return;
  count(row, column);
  if (row < row_ || (row == row_ && column <= column_)) fail("damaged", place(row, column));
  row_ = row;
  column_ = column;
  bytes_ += value.text.size();
  if (bytes_ > most_bytes) fail("bomb", place(row, column));
  sink_.cell(sink_.to, row, column, value.kind, value.text.data(), value.text.size(), formula);
}

void CellOutput::merged(int first_row, int first_column, int last_row, int last_column) {
  sink_.merged(sink_.to, first_row, first_column, last_row, last_column);
}

void CellOutput::hidden_row(int first, int last) {
  if (first == last_hidden_ + 1) {
    last_hidden_ = last;
    return;
  }
  if (last_hidden_ > 0) sink_.hidden_row(sink_.to, first_hidden_, last_hidden_);
  first_hidden_ = first;
  last_hidden_ = last;
}

void CellOutput::end_sheet() {
  if (last_hidden_ > 0) sink_.hidden_row(sink_.to, first_hidden_, last_hidden_);
  first_hidden_ = 0;
  last_hidden_ = -1;
}

std::string_view CellOutput::checked(std::string_view text, int row, int column) const {
  if (!is_clean_text(text)) fail("damaged", place(row, column));
  return text;
}

void CellOutput::count(int row, int column) {
  if (row > most_rows || column > most_columns || ++cells_ > most_cells)
    fail("rows", place(row, column));
}

}  // namespace tijian::tables
