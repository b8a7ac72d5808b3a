#pragma once
#include <span>
#include <vector>

#include "tijian/matrix.h"

/// How columns hang together. Missing values are left out pair by pair.
namespace tijian::method {

/// Correlations over the rows that have both values; NaN where one is constant there.
double pearson(std::span<const double> x, std::span<const double> y);
double spearman(std::span<const double> x, std::span<const double> y);  ///< ties: average ranks

/// With n - 1, over the rows that have both.
double covariance(std::span<const double> x, std::span<const double> y);

/// Cronbach's alpha of the columns, from pairwise complete covariances. NaN below two columns, and
/// where the variance of their sum is not above zero by these: as the pairs may come from different
/// rows, it may be negative even, and alpha would be above one.
struct Alpha {
  double value;
  bool apart;          ///< two columns have fewer than two rows in common
  bool contradictory;  ///< the covariances cannot be of one sample
};
Alpha cronbach_alpha(const Matrix<double>& columns);

/// Principal components of the columns' correlation matrix over the rows that have all of them.
struct Components {
  std::vector<double> eigenvalues;  ///< descending
  Matrix<double> loadings;  ///< one column a component, of length one; its sum is not negative
  long rows = 0;            ///< complete rows
};
Components principal_components(const Matrix<double>& columns);

/// Counts of one column's values.
struct Tally {
  long present = 0, nonzero = 0, distinct = 0;
  long most_common = 0;  ///< how often the commonest value occurs
  double median;
};
Tally tally(std::span<const double> values);

}  // namespace tijian::method
