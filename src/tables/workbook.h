#pragma once
#include <memory>
#include <string>
#include <vector>

#include "tables/bar_chart.h"
#include "tables/cell_range.h"
#include "tables/cell_rule.h"
#include "tables/cell_style.h"

namespace tijian::tables {

/// What office programs tell of a file. There is no time among it: the same contents give the same
/// bytes.
struct WorkbookProperties {
  std::string title, subject, author;
  std::string font;  ///< of all cells
};

/// A sheet of a workbook, which owns it. Rows and columns count from 0. OfficeError for what the
/// format has no room for.
class Sheet {
 public:
  void text(int row, int column, const std::string&, const CellStyle& = {});
  /// A missing number is an empty cell.
  void number(int row, int column, double, const CellStyle& = {});
  void empty(int row, int column, const CellStyle&);
  void row_height(int row, double points);
  void column_width(int column, double characters);
  /// So many rows and columns stay where they are when one scrolls.
  void freeze(int rows, int columns);
  /// Arrows to filter by; its first row is the header.
  void filter(const CellRange&);
  /// The cells take one of these, or stay empty.
  void choices(const CellRange&, const std::vector<std::string>&);
  /// The cells offer one of these, and take whatever is entered.
  void suggestions(const CellRange&, const std::vector<std::string>&);
  void rule(int row, int column, const CellRule&);
  /// Numbers look like that where the formula, which is of the first cell, is true; what is typed
  /// with a sign such as % still brings its own format along.
  void number_format(const CellRange&, const std::string& formula, const std::string& format);
  /// Only unlocked cells can be changed; anybody can lift that. Filters, widths and heights can.
  void protect();
  /// Numbers written as texts in them are meant so: no program is to mark them.
  void texts(const CellRange&);
  /// `K2`
  static std::string address(int row, int column);
  /// Whether a drop-down has room for these.
  static bool has_room_for(const std::vector<std::string>& choices);
  /// The cells take a date; `hint` is shown to who enters one.
  void dates(const CellRange&, const std::string& hint);
  void chart(const BarChart&, int row, int column);
  /// A4 landscape, one page wide, these rows at the top of each page, this line at its foot.
  void print(int first_header_row, int last_header_row, const std::string& footer);
  /// Printed, that row begins a page.
  void new_page(int row);
  const std::string& name() const { return name_; }

 private:
  friend class Workbook;
  Sheet(struct WorkbookState& state, void* sheet, std::string name)
      : state_(state), sheet_(sheet), name_(std::move(name)) {}
  struct WorkbookState& state_;
  void* sheet_;  ///< lxw_worksheet, whose header stays out of ours
  std::string name_;
};

/// An XLSX file.
class Workbook {
 public:
  explicit Workbook(const WorkbookProperties&);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// A name of at most 31 characters, unlike the others'.
  Sheet& add(const std::string& name);
  /// The file; nothing can be added afterwards.
  std::string bytes();

 private:
  std::unique_ptr<struct WorkbookState> state_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
};

}  // namespace tijian::tables
