#pragma once
#include <algorithm>
#include <limits>
#include <vector>

#include "tijian/method_table.h"

namespace tijian {

/// Calls `f(child, weight, score)` for every child of a row that is present and has a positive
/// weight, in column order.
template <class Function>
void each_present(const Children& children, Eigen::Index row, Function f) {
  for (std::size_t j = 0; j < children.columns.size(); ++j)
    if (children.weights[j] > 0 && children.present(row, j))
      f(j, children.weights[j], children.columns[j][row]);
}

/// What methods that compare rows with each other need to know of one child's column.
struct Peers {
  double count = 0, min = 0, max = 0;
  double mean = 0;
  double squared_deviations = 0;  ///< from the mean
  double squares = 0;
  bool constant() const { return !(min < max); }
};

/// One a child, over the rows that have it. Sums are over ascending values, so that the order of
/// the rows does not change them.
std::vector<Peers> describe_peers(const Children&);

}  // namespace tijian
