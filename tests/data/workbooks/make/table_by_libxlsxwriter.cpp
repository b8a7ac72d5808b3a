// The same table as table_by_openpyxl.py by libxlsxwriter, with the results of its formulas.
// Argument: the file to write. g++ -std=c++20 table_by_libxlsxwriter.cpp -lxlsxwriter
#include <xlsxwriter.h>

#include <string>

int main(int, char** arguments) {
  lxw_workbook* book = workbook_new(arguments[1]);
  lxw_worksheet* cover = workbook_add_worksheet(book, "封面");
  worksheet_write_string(cover, 1, 1, "2021年基本情况（合成数据）", nullptr);
  lxw_worksheet* sheet = workbook_add_worksheet(book, "表1");
  worksheet_merge_range(sheet, 0, 0, 0, 5, "基本情况", nullptr);
  const char* names[] = {"地区", "年份", "常住人口 [万人]", "覆盖率", "比值", "备注"};
  for (lxw_col_t i = 0; i < 6; ++i) worksheet_write_string(sheet, 2, i, names[i], nullptr);
  lxw_format* percent = workbook_add_format(book);
  format_set_num_format(percent, "0.0%");
  const double population[] = {1.5, 2.5, 3.5, 4.5}, share[] = {0.455, 0.5, 0.123, 1};
  worksheet_merge_range(sheet, 3, 0, 4, 0, "甲", nullptr);
  worksheet_merge_range(sheet, 5, 0, 6, 0, "乙", nullptr);
  for (lxw_row_t i = 0; i < 4; ++i) {
    const lxw_row_t row = i + 3;
    worksheet_write_number(sheet, row, 1, 2020 + i % 2, nullptr);
    worksheet_write_number(sheet, row, 2, population[i], nullptr);
    worksheet_write_number(sheet, row, 3, share[i], percent);
    const std::string formula = "=C" + std::to_string(row + 1) + "*2";
    worksheet_write_formula_num(sheet, row, 4, formula.c_str(), nullptr, 2 * population[i]);
    worksheet_write_string(sheet, row, 5, "隐藏列", nullptr);
  }
  worksheet_write_string(sheet, 7, 0, "丙", nullptr);
  worksheet_write_number(sheet, 7, 1, 2020, nullptr);
  for (lxw_col_t i = 2; i < 5; ++i) worksheet_write_number(sheet, 7, i, 9, nullptr);
  lxw_row_col_options hidden = {.hidden = LXW_TRUE, .level = 0, .collapsed = LXW_FALSE};
  worksheet_set_row_opt(sheet, 7, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  worksheet_set_column_opt(sheet, 5, 5, LXW_DEF_COL_WIDTH, nullptr, &hidden);
  worksheet_write_string(sheet, 8, 0, "注：合成数据", nullptr);
  lxw_worksheet* old = workbook_add_worksheet(book, "旧表");
  worksheet_write_string(old, 0, 0, "地区", nullptr);
  worksheet_write_string(old, 0, 1, "常住人口", nullptr);
  worksheet_write_string(old, 1, 0, "丁", nullptr);
  worksheet_write_number(old, 1, 1, 1, nullptr);
  worksheet_hide(old);
  return workbook_close(book);
}
