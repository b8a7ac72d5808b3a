#include "method/simplex.h"

#include <vector>

namespace tijian::method {
namespace {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

constexpr double zero = 1e-12;

/// Constraints with their slacks, the limits in the last column, the gains in the last row.
class Tableau {
 public:
  Tableau(const ArrayXd& gain, const ArrayXXd& rows, const ArrayXd& limit)
      : n_(gain.size()), m_(rows.rows()), table_(ArrayXXd::Zero(m_ + 1, n_ + m_ + 1)), basis_(m_) {
    for (Index i = 0; i < m_; ++i) {
      for (Index j = 0; j < n_; ++j) table_(i, j) = rows(i, j);
      table_(i, n_ + i) = 1;
      table_(i, n_ + m_) = limit[i];
      basis_[i] = n_ + i;
    }
    for (Index j = 0; j < n_; ++j) table_(m_, j) = -gain[j];
  }

  ArrayXd run() {
    for (Index column = entering(); column >= 0; column = entering()) {
      const Index row = leaving(column);
      if (row < 0) break;
      pivot(row, column);
    }
    ArrayXd x = ArrayXd::Zero(n_);
    for (Index i = 0; i < m_; ++i)
      if (basis_[i] < n_) x[basis_[i]] = table_(i, n_ + m_);
    return x;
  }

 private:
  Index entering() const {
    for (Index j = 0; j < n_ + m_; ++j)
      if (table_(m_, j) < -zero) return j;
    return -1;
  }

  Index leaving(Index column) const {
    Index best = -1;
    for (Index i = 0; i < m_; ++i) {
      if (!(table_(i, column) > zero)) continue;
      if (best < 0) best = i;
      const double here = table_(i, n_ + m_) * table_(best, column);
      const double there = table_(best, n_ + m_) * table_(i, column);
      if (here < there || (here == there && basis_[i] < basis_[best])) best = i;
    }
    return best;
  }

  void pivot(Index row, Index column) {
    const double by = table_(row, column);
    for (Index j = 0; j < table_.cols(); ++j) table_(row, j) /= by;
    for (Index i = 0; i <= m_; ++i) {
      const double factor = table_(i, column);
      if (i == row || factor == 0) continue;
      for (Index j = 0; j < table_.cols(); ++j) table_(i, j) -= factor * table_(row, j);
    }
    basis_[row] = column;
  }

  Index n_, m_;
  ArrayXXd table_;
  std::vector<Index> basis_;
};

}  // namespace

ArrayXd maximise(const ArrayXd& gain, const ArrayXXd& rows, const ArrayXd& limit) {
  return Tableau(gain, rows, limit).run();
}

}  // namespace tijian::method
