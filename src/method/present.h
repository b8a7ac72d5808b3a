#pragma once
#include <algorithm>
#include <limits>
#include <vector>

#include "method/summary.h"
#include "tijian/method_table.h"

namespace tijian::method {

/// Calls `f(child, weight, score)` for every child of a row that is present and has a positive
/// weight, in column order.
template <class Function>
void each_present(const Children& children, Index row, Function f) {
  for (std::size_t j = 0; j < children.columns.size(); ++j)
    if (children.weights[j] > 0 && children.present(row, j))
      f(j, children.weights[j], children.columns[j][row]);
}

double largest_magnitude(const Children&);
Matrix<double> scaled_by(double unit, const Children&);

/// What methods that compare rows with each other need to know of one child's column.
struct Peers {
  double count = 0, min = 0, max = 0;
  double mean = 0;
  double squared_deviations = 0;  ///< from the mean
  double squares = 0;
  bool constant() const { return !(min < max); }
};

/// The one child that has a positive weight; null where there are more, or none.
const double* lone_child(const Children&);

/// For methods that compare rows with each other, whatever the children's unit: `apply` over
/// children brought away from the ends of double's range, exactly, where any lies there. A lone
/// child leaves nothing to combine, and passes on as it is.
template <class Apply>
auto comparing(Apply apply) {
  return [apply](const Children& children, const Choice& choice, std::span<double> score) {
    if (const double* lone = lone_child(children)) {
      std::copy_n(lone, children.rows, score.begin());
      return 0L;
    }
    const double unit = moderating_unit(largest_magnitude(children));
    if (unit == 1) return apply(children, choice, score);
    const Matrix<double> scaled = scaled_by(unit, children);
    Children view{{}, children.rows, children.weights};
    for (Index j = 0; j < scaled.cols(); ++j) view.columns.push_back(scaled.column(j).data());
    return apply(view, choice, score);
  };
}

/// One a child, over the rows that have it. Sums are over ascending values, so that the order of
/// the rows does not change them.
std::vector<Peers> describe_peers(const Children&);

}  // namespace tijian::method
