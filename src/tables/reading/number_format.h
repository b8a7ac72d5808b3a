#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/reading/shown_date.h"

namespace tijian::tables {

/// How a number is shown: one part of a format between its semicolons.
struct FormatSection {
  enum class Kind { number, percent, percent_sign, date };  ///< percent_sign: the value as it is
  Kind kind = Kind::number;
  bool scaled = false;  ///< shown in thousands or more: 0,  0!.0,"万"  or as if: 0.0"万人"
  ShownDate date;
  char comparison = 0;  ///< of [>=100]: < > = n(ot), l(ess or equal), g(reater or equal)
  double limit = 0;
};

/// A number format of a workbook: 0.0%;-0.0%  yyyy"年"m"月"  [h]:mm
class NumberFormat {
 public:
  NumberFormat() : sections_(1) {}
  explicit NumberFormat(std::string_view code);
  /// One of those that a workbook has without saying so, as Excel has them in Chinese.
  static NumberFormat built_in(int id);

  /// The section that shows this number.
  const FormatSection& of(double number) const;
  /// Every number is shown as one.
  bool plain() const { return plain_; }
  /// What it shows of dates; all of a date where it shows none.
  ShownDate date() const;

 private:
  std::vector<FormatSection> sections_;
  bool plain_ = true;
};

}  // namespace tijian::tables
