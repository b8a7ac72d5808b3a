#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tijian::dataset {

/// What a cell says.
struct Cell {
  enum class Kind { number, missing, infinite, not_a_number };
  Kind kind = Kind::missing;
  double value = 0;
  char32_t ratio =
      0;  ///< '%' or U+2030 (‰) where the cell carries the sign; the value is before it
};

/// The marks of missing values that every file may use.
const std::vector<std::string>& usual_marks();

/// Reads cells as people write numbers: 1,234.5  １２３  +1  12.3%  and the marks of missing
/// values.
class CellReader {
 public:
  explicit CellReader(std::span<const std::string> further_marks = {});

  Cell read(std::string_view text) const;
  /// Whether the text is empty or a mark of a missing value.
  bool missing(std::string_view trimmed_text) const;
  /// Whether a number is a mark (`--missing -999` also means -999.0).
  bool missing(double value) const {
    for (const double mark : numeric_marks_)
      if (value == mark) return true;
    return false;
  }

 private:
  std::vector<std::string> marks_;
  std::vector<double> numeric_marks_;
};

}  // namespace tijian::dataset
