#include "report/text_table.h"

#include <algorithm>

#include "tijian/report/layout.h"

namespace tijian::report {
namespace {

constexpr int column_gap = 2;

int total(const std::vector<int>& widths) {
  int sum = -column_gap;
  for (const int w : widths) sum += w < 0 ? 0 : w + column_gap;
  return sum;
}

int indent_of(const std::string& text) {
  return static_cast<int>(std::min(text.find_first_not_of(' '), text.size()));
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

/// Takes columns from the widest that may shrink, as far as it may.
void TextTable::shrink(std::vector<int>& widths, int width) const {
  while (total(widths) > width) {
    std::size_t widest = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].least > 0 && widths[i] > columns_[i].least &&
          (widest == columns_.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == columns_.size()) return;
    --widths[widest];
  }
}

/// -1 for a column that is left out.
std::vector<int> TextTable::widths(int width) const {
  std::vector<int> natural = natural_widths();
  for (;;) {
    std::vector<int> widths = natural;
    shrink(widths, width);
    std::size_t next = columns_.size();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (natural[i] >= 0 && columns_[i].drop > (next < columns_.size() ? columns_[next].drop : 0))
        next = i;
    if (total(widths) <= width || next == columns_.size()) return widths;
    natural[next] = -1;
  }
}

/// One line of the terminal; `texts` fit their columns.
std::string TextTable::line(const std::vector<Cell>& cells, const std::vector<std::string>& texts,
                            const std::vector<int>& widths, bool colour) const {
  std::string out;
  bool first = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (widths[i] < 0) continue;
    const std::string space(static_cast<std::size_t>(widths[i] - display_width(texts[i])), ' ');
    const std::string shown = styled(texts[i], cells[i].style, colour);
    if (!first) out += std::string(column_gap, ' ');
    first = false;
    out += columns_[i].right ? space + shown : shown + space;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + '\n';
}

/// A row: one line, or several where a cell wraps.
std::string TextTable::row(const std::vector<Cell>& cells, const std::vector<int>& widths,
                           bool colour) const {
  std::vector<std::string> rest(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (widths[i] >= 0)
      rest[i] = columns_[i].wraps ? wrap(cells[i].text, widths[i], indent_of(cells[i].text))
                                  : cells[i].text;
  std::string out;
  do {
    std::vector<std::string> texts(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto end = rest[i].find('\n');
      texts[i] = cut(rest[i].substr(0, end), widths[i]);
      rest[i] = end == std::string::npos ? "" : rest[i].substr(end + 1);
    }
    out += line(cells, texts, widths, colour);
  } while (!std::ranges::all_of(rest, &std::string::empty));
  return out;
}

int TextTable::left_out(int width, int up_to) const {
  const std::vector<int> natural = natural_widths(), shown = widths(width);
  int gone = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i)
    gone += natural[i] >= 0 && shown[i] < 0 && columns_[i].drop <= up_to;
  return gone;
}

std::string TextTable::render(int width, bool colour) const {
  const std::vector<int> columns = widths(width);
  std::vector<Cell> titles;
  for (const Column& column : columns_) titles.push_back({column.title, Style::faint});
  std::string out = row(titles, columns, colour);
  if (out == "\n") out.clear();  // no column has a title
  for (const Row& each : rows_) {
    if (each.indent < 0)
      out += row(each.cells, columns, colour);
    else
      out +=
          styled(wrap(each.cells[0].text, width, each.indent), each.cells[0].style, colour) + '\n';
  }
  return out;
}

}  // namespace tijian::report
