#pragma once
#include <string>
#include <vector>

#include "report/office_look.h"
#include "tables/workbook.h"

namespace tijian::report {

/// A sheet as tables of a workbook have it: what it is, a header that stays and filters, rows.
/// Columns are as wide as what stands in them, up to a limit behind which long text is wrapped.
class SheetTable {
 public:
  struct Column {
    std::string title;
    double most = 16;      ///< characters of Latin; wide ones count twice
    bool to_fill = false;  ///< empty, for others
  };
  /// `lines`: what the sheet is, the first as its title.
  SheetTable(tables::Sheet&, const std::vector<std::string>& lines, std::vector<Column>);

  /// The next cells of a row. `behind`: stands behind the number, such as †.
  SheetTable& text(const std::string&, bool bold = false);
  SheetTable& number(double, const std::string& behind = {});
  SheetTable& number(double, int decimals, const std::string& behind = {});
  /// 0: none.
  SheetTable& count(int);
  SheetTable& share(double);
  SheetTable& light(Light, const std::string& word);
  SheetTable& to_fill(tables::Align = tables::Align::left);
  void end_row();

  /// Widths, filter, what stays, print. So many columns stay beside the header.
  void finish(int key_columns, const std::string& footer);
  int header_row() const { return header_row_; }
  int first_row() const { return header_row_ + 1; }
  int last_row() const { return row_ - 1; }
  tables::Sheet& sheet() { return sheet_; }

 private:
  tables::CellStyle cell_style() const;
  void widen(double width);
  double header_width(const std::string& title) const;
  void write_header();
  void set_heights();

  tables::Sheet& sheet_;
  std::vector<Column> columns_;
  std::vector<double> widths_;
  int header_row_ = 0, row_ = 0;
  std::size_t column_ = 0;
  /// That do not stand in one line, since their column is not as wide.
  struct LongText {
    int row;
    std::size_t column;
    std::string text;
  };
  std::vector<LongText> long_texts_;
};

}  // namespace tijian::report
