#include "report/workbook_table.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/number.h"
#include "tijian/missing.h"
#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr double filter_arrow = 3;  ///< characters that it takes of a header
constexpr double least_width = 6;
constexpr double line_height = 13.5, row_margin = 5;  ///< in points

/// Lines that a text takes in a column of that width; most letters are narrower than its unit. A
/// word that is longer than a line is broken.
int lines_of(const std::string& text, double width) {
  const double room = width * 1.05;
  int lines = 0;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part);) {
    std::istringstream wrapped(wrap(part, static_cast<int>(room), 0));
    for (std::string line; std::getline(wrapped, line);)
      lines += std::max(1, static_cast<int>(std::ceil(display_width(line) / room)));
    if (part.empty()) ++lines;
  }
  return std::max(lines, 1);
}

/// `36,404.20`
double number_width(double value, int decimals) {
  const double digits =
      std::isfinite(value) && value != 0 ? std::floor(std::log10(std::abs(value))) : 0;
  return display_width(base::fixed(value, decimals)) + std::max(digits, 0.0) / 3;
}

}  // namespace

SheetTable::SheetTable(tables::Sheet& sheet, const std::vector<std::string>& lines,
                       std::vector<Column> columns)
    : sheet_(sheet), columns_(std::move(columns)), widths_(columns_.size(), least_width) {
  for (const std::string& line : lines) {
    const bool title = row_ == 0;
    tables::CellStyle style;
    style.bold = title;
    style.size = title ? 14 : 10;
    style.colour = title ? ink : pale_ink;
    sheet_.text(row_, 0, line, style);
    sheet_.row_height(row_++, title ? 24 : 16);
  }
  header_row_ = row_++;
}

tables::CellStyle SheetTable::cell_style() const {
  tables::CellStyle style;
  style.border = true;
  return style;
}

void SheetTable::widen(double width) {
  widths_[column_] = std::max(widths_[column_], std::min(width, columns_[column_].most));
}

SheetTable& SheetTable::text(const std::string& text, bool bold) {
  tables::CellStyle style = cell_style();
  style.bold = bold;
  style.wrap = true;
  const double width = display_width(text) * 1.1 + 1;
  widen(width);
  if (width > columns_[column_].most || text.find('\n') != text.npos)
    long_texts_.push_back({row_, column_, text});
  sheet_.text(row_, static_cast<int>(column_), text, style);
  ++column_;
  return *this;
}

SheetTable& SheetTable::number(double value, const std::string& behind) {
  return number(value, decimals_of(value), behind);
}

SheetTable& SheetTable::number(double value, int decimals, const std::string& behind) {
  tables::CellStyle style = cell_style();
  style.align = tables::Align::right;
  style.number = number_format(decimals, behind);
  const double width = number_width(value, decimals) + display_width(behind);
  widths_[column_] = std::max(widths_[column_], width * 1.1 + 2);  // of a number all is shown
  sheet_.number(row_, static_cast<int>(column_), value, style);
  ++column_;
  return *this;
}

SheetTable& SheetTable::count(int number) {
  return this->number(number == 0 ? missing : number, 0);
}

SheetTable& SheetTable::share(double share) {
  tables::CellStyle style = cell_style();
  style.align = tables::Align::right;
  style.number = "0.0%";
  widen(10);
  sheet_.number(row_, static_cast<int>(column_++), share, style);
  return *this;
}

SheetTable& SheetTable::light(Light light, const std::string& word) {
  const LightColours colours = colours_of(light);
  tables::CellStyle style = cell_style();
  style.align = tables::Align::centre;
  style.fill = colours.fill;
  style.colour = colours.text;
  style.bold = colours.fill >= 0;
  widen(display_width(word) + 2);
  sheet_.text(row_, static_cast<int>(column_++), word, style);
  return *this;
}

SheetTable& SheetTable::to_fill(tables::Align align) {
  tables::CellStyle style = cell_style();
  style.align = align;
  style.fill = to_fill_in;
  style.wrap = style.unlocked = true;
  widths_[column_] = columns_[column_].most;
  sheet_.empty(row_, static_cast<int>(column_++), style);
  return *this;
}

void SheetTable::end_row() {
  ++row_;
  column_ = 0;
}

/// The title in up to three lines, its words whole; Chinese ends a line anywhere.
double SheetTable::header_width(const std::string& title) const {
  int longest = 0;
  std::istringstream lines(wrap(title, 1, 0));  // a word, or a character of Chinese, each
  for (std::string word; std::getline(lines, word);)
    longest = std::max(longest, display_width(word));
  return std::max<double>(longest, display_width(title) / 3.0 + 1) * 1.15 + filter_arrow;
}

void SheetTable::write_header() {
  int lines = 1;
  for (column_ = 0; column_ < columns_.size(); ++column_) {
    const Column& own = columns_[column_];
    widths_[column_] = std::max(widths_[column_], header_width(own.title));
    lines = std::max(lines, lines_of(own.title, widths_[column_] - filter_arrow + 1));
    tables::CellStyle style = cell_style();
    style.bold = style.wrap = true;
    style.align = tables::Align::centre;
    style.fill = own.to_fill ? to_fill_in : header_fill;
    sheet_.text(header_row_, static_cast<int>(column_), own.title, style);
    sheet_.column_width(static_cast<int>(column_), widths_[column_]);
  }
  sheet_.row_height(header_row_, row_margin + line_height * lines);
}

/// Not every program works them out itself.
void SheetTable::set_heights() {
  std::vector<int> lines(static_cast<std::size_t>(row_ - first_row()), 1);
  for (const LongText& one : long_texts_) {
    int& own = lines[static_cast<std::size_t>(one.row - first_row())];
    own = std::max(own, lines_of(one.text, widths_[one.column]));
  }
  for (int row = first_row(); row <= last_row(); ++row)
    sheet_.row_height(
        row, row_margin + line_height * lines[static_cast<std::size_t>(row - first_row())]);
}

void SheetTable::finish(int key_columns, const std::string& footer) {
  write_header();
  set_heights();
  const int last_column = static_cast<int>(columns_.size()) - 1;
  sheet_.filter({header_row_, 0, std::max(last_row(), header_row_ + 1), last_column});
  sheet_.freeze(header_row_ + 1, key_columns);
  sheet_.print(header_row_, header_row_, footer);
}

}  // namespace tijian::report
