#include "method/judgements.h"

#include <algorithm>
#include <cmath>

#include "method/simplex.h"
#include "method/weights.h"

namespace tijian::method {
namespace {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;

/// Random indices of Saaty (1980) to 15 items, beyond by Alonso & Lamata (2006).
double random_index(Index n) {
  constexpr double saaty[] = {0,    0,    0,    0.58, 0.90, 1.12, 1.24, 1.32,
                              1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
  const double size = static_cast<double>(n);
  return n <= 15 ? saaty[n] : (2.7699 * size - 4.3513 - size) / (size - 1);
}

/// With gaps: less by their share of the judgements that could contradict others, in proportion
/// (Ágoston & Csató 2022). Zero where none could.
double random_index(Index n, Index open) {
  const Index beyond_a_tree = (n - 1) * (n - 2) / 2;
  const double left = static_cast<double>(beyond_a_tree - open);
  return open == 0 ? random_index(n)
                   : random_index(n) * (left / static_cast<double>(beyond_a_tree));
}

std::vector<double> product(const Matrix<double>& matrix, const std::vector<double>& vector) {
  std::vector<double> result(matrix.rows());
  for (Index i = 0; i < matrix.rows(); ++i)
    for (Index j = 0; j < matrix.cols(); ++j) result[i] += matrix(i, j) * vector[j];
  return result;
}

bool is_open(const Matrix<double>& matrix, Index i, Index j) {
  return matrix(i, j) != matrix(i, j);
}

Index open_pairs(const Matrix<double>& matrix) {
  Index open = 0;
  for (Index j = 0; j < matrix.cols(); ++j)
    for (Index i = 0; i < j; ++i) open += is_open(matrix, i, j);
  return open;
}

/// A gap is what the weights imply: zero, and one more on its row's diagonal (Harker 1987).
Matrix<double> completed(Matrix<double> matrix) {
  for (Index i = 0; i < matrix.rows(); ++i)
    for (Index j = 0; j < matrix.cols(); ++j)
      if (is_open(matrix, i, j)) {
        matrix(i, j) = 0;
        matrix(i, i) += 1;
      }
  return matrix;
}

/// The same less what all have on the diagonal above one: the vector stays, and is found sooner.
Matrix<double> lightened(Matrix<double> matrix) {
  double least = matrix(0, 0);
  for (Index i = 0; i < matrix.rows(); ++i) least = std::min(least, matrix(i, i));
  for (Index i = 0; i < matrix.rows(); ++i) matrix(i, i) -= std::floor(least - 1 + 1e-9);
  return matrix;
}

/// By power iteration, which a matrix allows that is positive, or joins all and has a positive
/// diagonal (Perron, Frobenius).
std::vector<double> principal_vector(const Matrix<double>& matrix) {
  std::vector<double> w(matrix.rows(), 1.0 / static_cast<double>(matrix.rows()));
  for (int step = 0; step < 100000; ++step) {
    const std::vector<double> next = to_one(product(matrix, w));
    double change = 0;
    for (std::size_t i = 0; i < w.size(); ++i)
      change = std::max(change, std::abs(next[i] - w[i]) / next[i]);
    w = next;
    if (change < 1e-15) break;
  }
  return w;
}

double sum(const std::vector<double>& numbers) {
  double total = 0;
  for (const double x : numbers) total += x;
  return total;
}

Index place_of_smallest(const std::vector<double>& numbers) {
  return std::min_element(numbers.begin(), numbers.end()) - numbers.begin();
}

/// NaN where nobody judged.
double joint_judgement(const std::vector<Matrix<double>>& experts, Index i, Index j) {
  double logs = 0, judged = 0;
  for (const Matrix<double>& expert : experts) {
    if (is_open(expert, i, j)) continue;
    logs += std::log(expert(i, j));
    judged += 1;
  }
  return std::exp(logs / judged);
}

/// Rows |r w| <= 1 of the linear program, in units of the deviation.
class Deviations {
 public:
  explicit Deviations(Index n) : rows_(0, n) {}
  /// w_a - times * w_b
  void add(Index a, Index b, double times) {
    if (a == b) return;
    ArrayXXd grown = ArrayXXd::Zero(rows_.rows() + 2, rows_.cols());
    for (Index i = 0; i < rows_.rows(); ++i)
      for (Index j = 0; j < rows_.cols(); ++j) grown(i, j) = rows_(i, j);
    for (const int sign : {1, -1}) {
      const Index row = rows_.rows() + (sign < 0);
      grown(row, a) = sign;
      grown(row, b) = -sign * times;
    }
    rows_ = grown;
  }
  const ArrayXXd& rows() const { return rows_; }

 private:
  ArrayXXd rows_;
};

}  // namespace

Priorities priorities(const Matrix<double>& judgements) {
  const Index n = judgements.rows();
  const Matrix<double> whole = completed(judgements);
  Priorities result{principal_vector(lightened(whole))};
  result.open = open_pairs(judgements);
  const std::vector<double>& w = result.weights;
  const double lambda = sum(product(whole, w));  // of a vector that sums to one
  const double size = static_cast<double>(n);
  if (const double random = n > 2 ? random_index(n, result.open) : 0; random > 0)
    result.ratio = std::max(0.0, (lambda - size) / (size - 1) / random);
  double furthest = 0;
  for (Index i = 0; i < n; ++i)
    for (Index j = i + 1; j < n; ++j) {
      const double off = std::abs(std::log(judgements(i, j) * w[j] / w[i]));  // NaN of a gap
      if (off > furthest) furthest = off, result.row = i, result.column = j;
    }
  return result;
}

bool joins_all(const Matrix<double>& judgements) {
  std::vector<Index> reached{0};
  std::vector<char> seen(judgements.rows(), 0);
  seen[0] = 1;
  for (std::size_t k = 0; k < reached.size(); ++k)
    for (Index j = 0; j < judgements.cols(); ++j)
      if (!seen[j] && !is_open(judgements, reached[k], j)) {
        seen[j] = 1;
        reached.push_back(j);
      }
  return static_cast<Index>(reached.size()) == judgements.rows();
}

Matrix<double> group_judgement(const std::vector<Matrix<double>>& experts) {
  if (experts.size() == 1) return experts.front();
  Matrix<double> group = experts.front();
  for (Index j = 0; j < group.cols(); ++j)
    for (Index i = 0; i < group.rows(); ++i) group(i, j) = joint_judgement(experts, i, j);
  return group;
}

BestWorst best_worst(const std::vector<double>& best_to, const std::vector<double>& to_worst) {
  const auto n = static_cast<Index>(best_to.size());
  const Index best = place_of_smallest(best_to), worst = place_of_smallest(to_worst);
  std::vector<double> ideal(n);
  double off = 0;
  for (Index j = 0; j < n; ++j) {
    ideal[j] = 1 / best_to[j];
    off = std::max(off, std::abs(best_to[j] * to_worst[j] / best_to[worst] - 1));
  }
  if (off < 1e-12) return {to_one(ideal), 0};
  Deviations deviations(n);
  for (Index j = 0; j < n; ++j) deviations.add(best, j, best_to[j]);
  for (Index j = 0; j < n; ++j)
    if (j != best) deviations.add(j, worst, to_worst[j]);
  // The least deviation of weights that sum to one is one over the greatest sum at deviation one.
  const ArrayXd solved =
      maximise(ArrayXd::Ones(n), deviations.rows(), ArrayXd::Ones(deviations.rows().rows()));
  const std::vector<double> w(solved.begin(), solved.end());
  return {to_one(w), 1 / sum(w)};
}

}  // namespace tijian::method
