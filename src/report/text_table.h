#pragma once
#include <string>
#include <vector>

namespace tijian::report {

/// A screen lists no more.
inline constexpr std::size_t most_places = 60;

enum class Style { plain, strong, faint, bad, warn, good };

/// The text with the terminal's codes for a style; as it is without colour.
std::string styled(const std::string& text, Style, bool colour);

/// A table laid out for a terminal of a given width: columns that may shrink are cut with … or
/// wrapped, and where that is not enough, columns are left out in the order of `drop`. Empty
/// columns never show.
class TextTable {
 public:
  struct Column {
    std::string title;
    bool right = false;  ///< numbers stand to the right
    int least = 0;       ///< may shrink to this; 0: never
    int drop = 0;        ///< the highest goes first; 0: never
    bool wraps = false;  ///< goes on in the next line instead of being cut
  };
  struct Cell {
    std::string text;
    Style style = Style::plain;
  };

  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<Cell> row);
  /// A line that belongs to no column; wrapped.
  void add_line(std::string text, int indent, Style style = Style::plain);
  std::string render(int width, bool colour) const;
  /// How many columns a terminal of that width does not show, of those up to a `drop`.
  int left_out(int width, int up_to) const;

 private:
  struct Row {
    std::vector<Cell> cells;
    int indent = -1;  ///< of a line; -1: cells
  };
  std::vector<int> natural_widths() const;
  void shrink(std::vector<int>& widths, int width) const;
  std::vector<int> widths(int width) const;
  std::string line(const std::vector<Cell>&, const std::vector<std::string>& texts,
                   const std::vector<int>& widths, bool colour) const;
  std::string row(const std::vector<Cell>&, const std::vector<int>& widths, bool colour) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

}  // namespace tijian::report
