#include "method/symmetric_eigen.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tijian::method {
namespace {

using Eigen::ArrayXXd;
using Eigen::Index;

void rotate(double& a, double& b, double c, double s) {
  const double old = a;
  a = c * old - s * b;
  b = s * old + c * b;
}

/// The rotation that makes m(p, q) zero (Golub & Van Loan, Matrix Computations, section 8.5).
void annihilate(ArrayXXd& m, ArrayXXd& vectors, Index p, Index q) {
  if (m(p, q) == 0) return;
  const double tau = (m(q, q) - m(p, p)) / (2 * m(p, q));
  const double t = std::copysign(1.0, tau) / (std::abs(tau) + std::hypot(1.0, tau));
  const double c = 1 / std::hypot(1.0, t), s = t * c;
  for (Index k = 0; k < m.rows(); ++k) rotate(m(k, p), m(k, q), c, s);
  for (Index k = 0; k < m.rows(); ++k) rotate(m(p, k), m(q, k), c, s);
  for (Index k = 0; k < m.rows(); ++k) rotate(vectors(k, p), vectors(k, q), c, s);
  m(p, q) = m(q, p) = 0;
}

double off_diagonal(const ArrayXXd& m) {
  double largest = 0;
  for (Index q = 0; q < m.cols(); ++q)
    for (Index p = 0; p < q; ++p) largest = std::max(largest, std::abs(m(p, q)));
  return largest;
}

double sign_of_largest(const ArrayXXd& vectors, Index column) {
  Index largest = 0;
  for (Index k = 1; k < vectors.rows(); ++k)
    if (std::abs(vectors(k, column)) > std::abs(vectors(largest, column)) * (1 + 1e-9)) largest = k;
  return vectors(largest, column) < 0 ? -1 : 1;
}

}  // namespace

SymmetricEigen symmetric_eigen(ArrayXXd m) {
  const Index n = m.rows();
  ArrayXXd vectors = ArrayXXd::Zero(n, n);
  for (Index k = 0; k < n; ++k) vectors(k, k) = 1;
  for (int sweep = 0; sweep < 60 && off_diagonal(m) > 1e-300; ++sweep)
    for (Index q = 1; q < n; ++q)
      for (Index p = 0; p < q; ++p) annihilate(m, vectors, p, q);
  std::vector<Index> order(n);
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return m(a, a) > m(b, b); });
  SymmetricEigen result{Eigen::ArrayXd(n), ArrayXXd(n, n)};
  for (Index k = 0; k < n; ++k) {
    result.values[k] = m(order[k], order[k]);
    const double sign = sign_of_largest(vectors, order[k]);
    for (Index i = 0; i < n; ++i) result.vectors(i, k) = sign * vectors(i, order[k]);
  }
  return result;
}

}  // namespace tijian::method
