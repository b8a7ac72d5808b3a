// by_libxlsxwriter FOLDER: libxlsxwriter.xlsx. Formulas have results that nobody computed (0), or
// those that the program gave.
#include <xlsxwriter.h>

#include <string>

namespace {

lxw_format* shown_as(lxw_workbook* book, const char* code) {
  lxw_format* format = workbook_add_format(book);
  format_set_num_format(format, code);
  return format;
}

void write_formats(lxw_workbook* book, lxw_worksheet* sheet) {
  constexpr const char* codes[] = {"General",
                                   "0.00",
                                   "0.0%",
                                   "0%;-0%;\"-\"",
                                   "0.0\"%\"",
                                   "yyyy-mm-dd",
                                   "yyyy\"年\"m\"月\"",
                                   "yyyy\"年\"m\"月\"d\"日\"",
                                   "yyyy",
                                   "yyyy/m/d h:mm",
                                   "h:mm:ss",
                                   "[h]:mm",
                                   "0.00\"d\"",
                                   "#,##0.00_);[Red]\\(#,##0.00\\)",
                                   "0.0E+00",
                                   "[<1]0.0%;0.0"};
  constexpr double values[] = {1234.5, 2.5,        0.455,     -0.07,      45.5,   44196,
                               44196,  44196,      44196,     44196.4375, 0.4375, 1.5,
                               2.5,    -1234567.8, 123456.75, 0.25};
  for (lxw_row_t row = 0; row < std::size(codes); ++row) {
    worksheet_write_string(sheet, row, 0, codes[row], nullptr);
    worksheet_write_number(sheet, row, 1, values[row], shown_as(book, codes[row]));
  }
  worksheet_write_number(sheet, 15, 2, 25, shown_as(book, codes[15]));
}

void write_odd_cells(lxw_workbook* book, lxw_worksheet* sheet) {
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  lxw_rich_string_tuple plain = {nullptr, const_cast<char*>("常住")},
                        heavy = {bold, const_cast<char*>("人口 ")},
                        last = {nullptr, const_cast<char*>("（万人）")};
  lxw_rich_string_tuple* runs[] = {&plain, &heavy, &last, nullptr};
  worksheet_write_rich_string(sheet, 0, 0, runs, nullptr);
  worksheet_write_boolean(sheet, 1, 0, 1, nullptr);
  worksheet_write_boolean(sheet, 1, 1, 0, nullptr);
  worksheet_write_formula(sheet, 2, 0, "=1+1", nullptr);
  worksheet_write_formula_num(sheet, 2, 1, "=1+1", nullptr, 2);
  worksheet_write_formula_str(sheet, 2, 2, "=\"甲\"&\"乙\"", nullptr, "甲乙");
  worksheet_write_blank(sheet, 3, 0, bold);
  worksheet_write_string(sheet, 4, 2, "第一行\n第二行\t后", nullptr);
  worksheet_write_string(sheet, 5, 0, "_x000D_ stands here", nullptr);
  worksheet_merge_range(sheet, 6, 0, 8, 1, "合并", bold);
  lxw_row_col_options hidden = {};
  hidden.hidden = LXW_TRUE;
  worksheet_set_row_opt(sheet, 10, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  worksheet_set_row_opt(sheet, 11, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
  worksheet_set_column_opt(sheet, 3, 4, LXW_DEF_COL_WIDTH, nullptr, &hidden);
}

}  // namespace

int main(int, char** arguments) {
  lxw_workbook* book = workbook_new((std::string(arguments[1]) + "/libxlsxwriter.xlsx").c_str());
  lxw_doc_properties properties = {};
  properties.created = 1640995200;  // 2022-01-01
  workbook_set_properties(book, &properties);
  write_formats(book, workbook_add_worksheet(book, "格式"));
  write_odd_cells(book, workbook_add_worksheet(book, "其他"));
  return workbook_close(book);
}
