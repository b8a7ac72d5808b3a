#include <cmath>

#include "tables/workbook.h"
#include "tables/workbook_state.h"

namespace tijian::tables {
namespace {

lxw_worksheet* own(void* sheet) { return static_cast<lxw_worksheet*>(sheet); }
lxw_row_t as_row(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t as_column(int column) { return static_cast<lxw_col_t>(column); }

lxw_error validate(void* sheet, const CellRange& cells, lxw_data_validation& rule) {
  return worksheet_data_validation_range(own(sheet), as_row(cells.first_row),
                                         as_column(cells.first_column), as_row(cells.last_row),
                                         as_column(cells.last_column), &rule);
}

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

void Sheet::choices(const CellRange& cells, const std::vector<std::string>& list) {
  std::vector<const char*> texts;
  for (const std::string& one : list) texts.push_back(one.c_str());
  texts.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = const_cast<char**>(texts.data());
  expect_done(validate(sheet_, cells, rule));
}

void Sheet::dates(const CellRange& cells, const std::string& hint) {
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_DATE;
  rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  rule.value_datetime = {2000, 1, 1, 0, 0, 0};
  rule.input_message = const_cast<char*>(hint.c_str());
  expect_done(validate(sheet_, cells, rule));
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
