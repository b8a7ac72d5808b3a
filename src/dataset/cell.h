#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tijian::dataset {

/// What a cell says.
struct Cell {
  enum class Kind {
    number,
    missing,
    infinite,
    not_a_number,
    comma,        ///< 0,125: a number if the comma were a decimal mark
    formula,      ///< of a workbook, without the result that its program leaves there
    error_value,  ///< of a workbook: #REF!
  };
  Kind kind = Kind::missing;
  double value = 0;
  char32_t ratio =
      0;  ///< '%' or U+2030 (‰) where the cell carries the sign; the value is before it
};

/// How a file writes numbers.
struct NumberStyle {
  char decimal = '.';
  std::string thousands = ",";  ///< empty: none
  bool operator==(const NumberStyle&) const = default;
};

/// The marks of missing values that every file may use.
const std::vector<std::string>& usual_marks();

/// Reads cells as people write numbers: 1,234.5  １２３  +1  12.3%  $ 42,500  and the marks of
/// missing values.
class CellReader {
 public:
  /// `meanings`: cells that mean a number, or `missing`.
  explicit CellReader(std::span<const std::string> further_marks = {}, NumberStyle = {},
                      const std::map<std::string, std::string>& meanings = {});

  Cell read(std::string_view text) const;
  /// Whether the text is empty or a mark of a missing value.
  bool missing(std::string_view trimmed_text) const;
  /// Whether a number is a mark (`--missing -999` also means -999.0).
  bool missing(double value) const {
    for (const double mark : numeric_marks_)
      if (value == mark) return true;
    return false;
  }
  /// Whether a cell that is a plain number (12.5) may be read as that.
  bool plain() const { return style_.decimal == '.' && meanings_.empty(); }
  const NumberStyle& style() const { return style_; }

 private:
  void add_mark(const std::string&);

  std::vector<std::string> marks_;
  std::vector<double> numeric_marks_;
  NumberStyle style_;
  std::map<std::string, double, std::less<>> meanings_;
};

}  // namespace tijian::dataset
