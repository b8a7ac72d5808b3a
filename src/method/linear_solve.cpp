#include "method/linear_solve.h"

#include <algorithm>
#include <cmath>

namespace tijian::method {
namespace {

using Eigen::Index;

Index pivot_row(const Eigen::ArrayXXd& m, Index column) {
  Index best = column;
  for (Index row = column + 1; row < m.rows(); ++row)
    if (std::abs(m(row, column)) > std::abs(m(best, column))) best = row;
  return best;
}

void eliminate_below(Eigen::ArrayXXd& m, Eigen::ArrayXd& right, Index k) {
  for (Index row = k + 1; row < m.rows(); ++row) {
    const double factor = m(row, k) / m(k, k);
    for (Index column = k; column < m.cols(); ++column) m(row, column) -= factor * m(k, column);
    right[row] -= factor * right[k];
  }
}

}  // namespace

Eigen::ArrayXd solve(Eigen::ArrayXXd m, Eigen::ArrayXd right, double singular) {
  const Index n = m.rows();
  double scale = 0;
  for (Index k = 0; k < n; ++k) scale = std::max(scale, std::abs(m(k, k)));
  for (Index k = 0; k < n; ++k) {
    const Index pivot = pivot_row(m, k);
    if (!(std::abs(m(pivot, k)) > singular * scale)) return {};
    for (Index column = 0; column < n; ++column) std::swap(m(k, column), m(pivot, column));
    std::swap(right[k], right[pivot]);
    eliminate_below(m, right, k);
  }
  for (Index k = n; k-- > 0;) {
    for (Index column = k + 1; column < n; ++column) right[k] -= m(k, column) * right[column];
    right[k] /= m(k, k);
  }
  return right;
}

}  // namespace tijian::method
