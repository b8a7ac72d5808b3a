#include <cmath>

#include "tables/workbook.h"
#include "tables/workbook_state.h"

namespace tijian::tables {
namespace {

lxw_worksheet* own(void* sheet) { return static_cast<lxw_worksheet*>(sheet); }
lxw_row_t as_row(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t as_column(int column) { return static_cast<lxw_col_t>(column); }

}  // namespace

void Sheet::text(int row, int column, const std::string& text, const CellStyle& style) {
  if (text.empty()) return empty(row, column, style);
  expect_done(worksheet_write_string(own(sheet_), as_row(row), as_column(column), text.c_str(),
                                     state_.format(style)));
}

void Sheet::number(int row, int column, double number, const CellStyle& style) {
  if (!std::isfinite(number)) return empty(row, column, style);
  expect_done(worksheet_write_number(own(sheet_), as_row(row), as_column(column), number,
                                     state_.format(style)));
}

void Sheet::empty(int row, int column, const CellStyle& style) {
  expect_done(
      worksheet_write_blank(own(sheet_), as_row(row), as_column(column), state_.format(style)));
}

void Sheet::row_height(int row, double points) {
  expect_done(worksheet_set_row(own(sheet_), as_row(row), points, nullptr));
}

void Sheet::column_width(int column, double characters) {
  expect_done(
      worksheet_set_column(own(sheet_), as_column(column), as_column(column), characters, nullptr));
}

void Sheet::freeze(int rows, int columns) {
  worksheet_freeze_panes(own(sheet_), as_row(rows), as_column(columns));
}

void Sheet::filter(const CellRange& cells) {
  expect_done(worksheet_autofilter(own(sheet_), as_row(cells.first_row),
                                   as_column(cells.first_column), as_row(cells.last_row),
                                   as_column(cells.last_column)));
}

void Sheet::number_format(const CellRange& cells, const std::string& formula,
                          const std::string& format) {
  lxw_format* look = workbook_add_format(state_.workbook);
  format_set_num_format(look, format.c_str());
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = const_cast<char*>(formula.c_str());
  rule.format = look;
  rule.stop_if_true = LXW_TRUE;
  expect_done(worksheet_conditional_format_range(
      own(sheet_), as_row(cells.first_row), as_column(cells.first_column), as_row(cells.last_row),
      as_column(cells.last_column), &rule));
}

void Sheet::protect() {
  lxw_protection may{};
  may.format_columns = may.format_rows = may.sort = may.autofilter = LXW_TRUE;
  worksheet_protect(own(sheet_), nullptr, &may);
}

void Sheet::texts(const CellRange& cells) {
  const std::string range = address(cells.first_row, cells.first_column) + ':' +
                            address(cells.last_row, cells.last_column);
  expect_done(
      worksheet_ignore_errors(own(sheet_), LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str()));
}

std::string Sheet::address(int row, int column) {
  char name[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(name, as_row(row), as_column(column));
  return name;
}

void Sheet::new_page(int row) {
  lxw_row_t breaks[] = {as_row(row), 0};
  expect_done(worksheet_set_h_pagebreaks(own(sheet_), breaks));
}

void Sheet::print(int first_header_row, int last_header_row, const std::string& footer) {
  worksheet_set_landscape(own(sheet_));
  worksheet_set_paper(own(sheet_), 9);  // A4
  worksheet_fit_to_pages(own(sheet_), 1, 0);
  worksheet_set_margins(own(sheet_), 0.4, 0.4, 0.5, 0.75);
  worksheet_gridlines(own(sheet_), LXW_HIDE_ALL_GRIDLINES);
  expect_done(
      worksheet_repeat_rows(own(sheet_), as_row(first_header_row), as_row(last_header_row)));
  expect_done(worksheet_set_footer(own(sheet_), footer.c_str()));
}

}  // namespace tijian::tables
