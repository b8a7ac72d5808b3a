#include "report/text_table.h"

#include <algorithm>

#include "report/display_width.h"

namespace tijian {
namespace {

constexpr int gap = 2;

int total(const std::vector<int>& widths) {
  int sum = -gap;
  for (const int w : widths) sum += w < 0 ? 0 : w + gap;
  return sum;
}

}  // namespace

std::string styled(const std::string& text, Style style, bool colour) {
  static constexpr const char* codes[] = {"",         "\033[1m",  "\033[2m",
                                          "\033[31m", "\033[33m", "\033[32m"};
  if (!colour || style == Style::plain || text.empty()) return text;
  return codes[static_cast<int>(style)] + text + "\033[0m";
}

void TextTable::add(std::vector<Cell> row) { rows_.push_back({std::move(row)}); }

void TextTable::add_line(std::string text, int indent, Style style) {
  rows_.push_back({{{std::move(text), style}}, indent});
}

/// What each column would like; -1 where no row has a text in it.
std::vector<int> TextTable::natural_widths() const {
  std::vector<int> widths(columns_.size(), -1);
  for (const Row& row : rows_)
    for (std::size_t i = 0; row.indent < 0 && i < row.cells.size(); ++i)
      if (!row.cells[i].text.empty())
        widths[i] = std::max(widths[i], display_width(row.cells[i].text));
  for (std::size_t i = 0; i < columns_.size(); ++i)
    if (widths[i] >= 0) widths[i] = std::max(widths[i], display_width(columns_[i].title));
  return widths;
}

/// -1 for a column that is left out.
std::vector<int> TextTable::widths(int width) const {
  std::vector<int> natural = natural_widths();
  for (;;) {
    std::vector<int> widths = natural;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].least > 0 && widths[i] > columns_[i].least && total(widths) > width)
        widths[i] = std::max(columns_[i].least, widths[i] - (total(widths) - width));
    const auto next = std::ranges::max_element(columns_, {}, [&](const Column& column) {
      return natural[static_cast<std::size_t>(&column - columns_.data())] < 0 ? 0 : column.drop;
    });
    const auto i = static_cast<std::size_t>(next - columns_.begin());
    if (total(widths) <= width || next->drop == 0 || natural[i] < 0) return widths;
    natural[i] = -1;
  }
}

std::string TextTable::line(const std::vector<Cell>& cells, const std::vector<int>& widths,
                            bool colour) const {
  std::string out;
  bool first = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] < 0) continue;
    const std::string text = cut(cells[i].text, widths[i]);
    const std::string space(static_cast<std::size_t>(widths[i] - display_width(text)), ' ');
    const std::string shown = styled(text, cells[i].style, colour);
    if (!first) out += std::string(gap, ' ');
    first = false;
    out += columns_[i].right ? space + shown : shown + space;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + '\n';
}

std::string TextTable::render(int width, bool colour) const {
  const std::vector<int> columns = widths(width);
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.push_back({column.title, Style::faint});
  std::string out = line(titles, columns, colour);
  if (out == "\n") out.clear();  // no column has a title
  for (const Row& row : rows_) {
    if (row.indent < 0)
      out += line(row.cells, columns, colour);
    else
      out += styled(wrap(row.cells[0].text, width, row.indent), row.cells[0].style, colour) + '\n';
  }
  return out;
}

}  // namespace tijian
