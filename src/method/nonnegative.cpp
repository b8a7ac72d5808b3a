#include "method/nonnegative.h"

#include <algorithm>
#include <vector>

#include "method/linear_solve.h"

namespace tijian::method {
namespace {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using Eigen::Index;

class ActiveSet {
 public:
  ActiveSet(const ArrayXXd& a, const ArrayXd& b)
      : n_(a.cols()), normal_(n_, n_), right_(ArrayXd::Zero(n_)), x_(ArrayXd::Zero(n_)), free_(n_) {
    for (Index i = 0; i < n_; ++i) {
      for (Index k = 0; k < a.rows(); ++k) right_[i] += a(k, i) * b[k];
      for (Index j = 0; j < n_; ++j) {
        normal_(i, j) = 0;
        for (Index k = 0; k < a.rows(); ++k) normal_(i, j) += a(k, i) * a(k, j);
      }
    }
    // So little that only columns which depend on each other notice it: they stay solvable.
    for (Index i = 0; i < n_; ++i) normal_(i, i) *= 1 + 1e-13;
  }

  ArrayXd run() {
    for (Index step = 0; step < 10 * n_ + 10; ++step) {
      const Index entering = steepest();
      if (entering < 0) break;
      free_[entering] = true;
      descend();
    }
    return x_;
  }

 private:
  /// The bound variable that lowers the distance fastest, -1 at the minimum.
  Index steepest() const {
    Index best = -1;
    double most = 1e-10;
    for (Index i = 0; i < n_; ++i) {
      if (free_[i]) continue;
      double slope = right_[i];
      for (Index j = 0; j < n_; ++j) slope -= normal_(i, j) * x_[j];
      if (slope > most * (1 + 1e-9)) most = slope, best = i;
    }
    return best;
  }

  /// Moves to the minimum over the free variables, binding those that reach zero on the way.
  void descend() {
    for (Index guard = 0; guard <= n_; ++guard) {
      const ArrayXd goal = minimum_of_free();
      double part = 1;
      for (Index i = 0; i < n_; ++i)
        if (free_[i] && goal[i] <= 0) part = std::min(part, x_[i] / (x_[i] - goal[i]));
      for (Index i = 0; i < n_; ++i) {
        x_[i] += part * (goal[i] - x_[i]);
        if (free_[i] && goal[i] <= 0 && x_[i] <= 1e-14) x_[i] = 0, free_[i] = false;
      }
      if (part == 1) return;
    }
  }

  ArrayXd minimum_of_free() const {
    std::vector<Index> free;
    for (Index i = 0; i < n_; ++i)
      if (free_[i]) free.push_back(i);
    const auto m = static_cast<Index>(free.size());
    ArrayXXd part(m, m);
    ArrayXd right(m), goal = ArrayXd::Zero(n_);
    for (Index i = 0; i < m; ++i) {
      right[i] = right_[free[i]];
      for (Index j = 0; j < m; ++j) part(i, j) = normal_(free[i], free[j]);
    }
    const ArrayXd solution = solve(part, right);
    for (Index i = 0; i < m; ++i) goal[free[i]] = solution.size() ? solution[i] : x_[free[i]];
    return goal;
  }

  Index n_;
  ArrayXXd normal_;
  ArrayXd right_, x_;
  std::vector<char> free_;
};

}  // namespace

Eigen::ArrayXd nonnegative_least_squares(const ArrayXXd& a, const ArrayXd& b) {
  return ActiveSet(a, b).run();
}

}  // namespace tijian::method
