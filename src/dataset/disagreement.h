#pragma once
#include <string>
#include <string_view>

#include "dataset/file_table.h"
#include "dataset/held.h"

namespace tijian::dataset {

/// Whether values agree to the digits of the shorter one, `half` a unit of the last digit of each;
/// conversions of units cost a little.
bool agree(double a, double half_of_a, double b, double half_of_b);

/// What a table says of a cell.
struct Figure {
  Citation where;
  double value;
};
/// That a figure is another here than there (C331, B479).
Diagnostic two_figures(std::string_view code, const std::string& row, const Held&,
                       const Figure& here, const Figure& there);

/// Of two tables that disagree, whether the figure of `here` counts, and why.
struct Settled {
  bool here_counts = false;
  Text hint;
};

/// By the department that keeps the figure.
Settled who_is_right(const Framework&, const DataColumn&, const FileTable& here,
                     const FileTable& there);

}  // namespace tijian::dataset
