#pragma once
#include <vector>

#include "dataset/group_column.h"

namespace tijian::dataset {

/// A row that is the sum of rows next to it.
struct Subtotal {
  std::size_t row;                      ///< in the group
  std::size_t first;                    ///< of its parts, below or above it
  std::size_t count;                    ///< of its parts
  int columns = 0;                      ///< that agree; none that can tell does not
  const GroupColumn* column = nullptr;  ///< the first that agrees
};

/// Sub-totals as yearbooks have them, above or below their parts. Only where so many digits agree
/// that it is no chance. The columns are of quantities.
std::vector<Subtotal> find_subtotals(const std::vector<GroupColumn>&);

}  // namespace tijian::dataset
