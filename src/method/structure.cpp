#include "method/structure.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "method/correlation_ranks.h"
#include "method/summary.h"
#include "method/symmetric_eigen.h"
#include "statistics/pairs.h"
#include "tijian/missing.h"

namespace tijian::method {
namespace {

using statistics::common;
using statistics::Pairs;

std::span<const double> column_of(const Matrix<double>& columns, Index j) {
  return columns.column(j);
}

/// Sums of squared deviations and of their products, in moderated units.
struct Moments {
  double n = 0, xx = 0, yy = 0, xy = 0;

  explicit Moments(const Pairs& pairs) : n(static_cast<double>(pairs.x.size())) {
    const Summary sx = summarise(pairs.x), sy = summarise(pairs.y);
    for (std::size_t i = 0; i < pairs.x.size(); ++i) {
      const double dx = sx.unit * pairs.x[i] - sx.unit * sx.mean;
      const double dy = sy.unit * pairs.y[i] - sy.unit * sy.mean;
      xy += dx * dy;
    }
    xx = sx.m2;
    yy = sy.m2;
    if (sx.constant() || sy.constant()) xy = missing;
  }
};

double correlation(const Pairs& pairs) {
  const Moments m(pairs);
  return std::clamp(m.xy / (std::sqrt(m.xx) * std::sqrt(m.yy)), -1.0, 1.0);
}

Matrix<double> complete_rows(const Matrix<double>& columns) {
  std::vector<Index> rows;
  for (Index i = 0; i < columns.rows(); ++i)
    if (!columns.array().row(i).isNaN().any()) rows.push_back(i);
  Matrix<double> complete(rows.size(), columns.cols());
  for (Index j = 0; j < columns.cols(); ++j)
    for (std::size_t k = 0; k < rows.size(); ++k) complete(k, j) = columns(rows[k], j);
  return complete;
}

}  // namespace

double pearson(std::span<const double> x, std::span<const double> y) {
  return correlation(common(x, y));
}

double spearman(std::span<const double> x, std::span<const double> y) {
  Pairs pairs = common(x, y);
  pairs.x = average_ranks(pairs.x);
  pairs.y = average_ranks(pairs.y);
  return correlation(pairs);
}

double covariance(std::span<const double> x, std::span<const double> y) {
  const Pairs pairs = common(x, y);
  const Summary sx = summarise(pairs.x), sy = summarise(pairs.y);
  double sum = 0;
  for (std::size_t i = 0; i < pairs.x.size(); ++i)
    sum += (pairs.x[i] - sx.mean) * (pairs.y[i] - sy.mean);
  return pairs.x.size() < 2 ? missing : sum / static_cast<double>(pairs.x.size() - 1);
}

Alpha cronbach_alpha(const Matrix<double>& columns) {
  double variances = 0, all = 0;
  const double k = static_cast<double>(columns.cols());
  for (Index a = 0; a < columns.cols(); ++a)
    for (Index b = 0; b < columns.cols(); ++b) {
      const double c = covariance(column_of(columns, a), column_of(columns, b));
      all += c;
      if (a == b) variances += c;
    }
  // Of one sample the variance of a sum is at most k times the sum of the variances.
  const bool contradictory = all > k * variances * (1 + 1e-9);
  const bool any = k >= 2 && all > 1e-12 * variances && !contradictory;
  return {any ? k / (k - 1) * (1 - variances / all) : missing, all != all, contradictory};
}

Components principal_components(const Matrix<double>& columns) {
  const Matrix<double> complete = complete_rows(columns);
  const Index n = columns.cols();
  Components result{{}, {}, static_cast<long>(complete.rows())};
  Eigen::ArrayXXd r = Eigen::ArrayXXd::Ones(n, n);
  for (Index a = 0; a < n; ++a)
    for (Index b = 0; b < a; ++b) {
      const double both = pearson(column_of(complete, a), column_of(complete, b));
      if (!(both == both)) return result;  // a constant has no correlation, hence no components
      r(a, b) = r(b, a) = both;
    }
  const SymmetricEigen eigen = symmetric_eigen(r);
  result.eigenvalues.assign(eigen.values.begin(), eigen.values.end());
  result.loadings = eigen.vectors;
  for (Index k = 0; k < n; ++k) {
    double sum = 0;
    for (Index j = 0; j < n; ++j) sum += result.loadings(j, k);
    if (sum < 0)
      for (Index j = 0; j < n; ++j) result.loadings(j, k) *= -1;
  }
  return result;
}

Tally tally(std::span<const double> values) {
  std::vector<double> sorted;
  for (const double x : values)
    if (x == x) sorted.push_back(x);
  std::sort(sorted.begin(), sorted.end());
  Tally t;
  t.present = static_cast<long>(sorted.size());
  for (auto first = sorted.begin(); first != sorted.end();) {
    const auto last = std::upper_bound(first, sorted.end(), *first);
    const long times = last - first;
    t.distinct += 1;
    t.nonzero += *first != 0 ? times : 0;
    t.most_common = std::max(t.most_common, times);
    first = last;
  }
  t.median = median(sorted);
  return t;
}

}  // namespace tijian::method
