#pragma once
#include <vector>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// A column's values in a group of rows, and how they were rounded.
struct GroupColumn {
  GroupColumn(const Dataset&, const Framework&, Index column, const std::vector<Index>& rows);

  Index column;
  std::vector<double> values;  ///< NaN where there is none
  double sum = 0;
  double unit = 0;        ///< of the last decimal that any value has; 0: not known
  bool complete = true;   ///< all values are there
  bool quantity = false;  ///< can be added up

  double rest(std::size_t i) const { return sum - values[i]; }
  double others() const { return static_cast<double>(values.size() - 1); }
  /// How far a sum of so many values may be off. Whole numbers count things and are not rounded.
  double rounding(double count) const { return unit < 1 ? 0.5 * unit * (count + 1) : 0; }
};

inline constexpr double no_rounding = 1e-9;

}  // namespace tijian::dataset
