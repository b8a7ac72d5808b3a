#pragma once
#include <span>

#include "statistics/neighbours.h"
#include "tijian/missing.h"

namespace tijian::statistics {

/// Moran's I: whether neighbours are alike (above `expected`) or unlike (below). Members are NaN
/// where they are not defined: all where values are all equal or nobody has neighbours, variances
/// below 4 values, z where its variance is 0.
struct Moran {
  double i = missing;
  double expected = missing;                             ///< -1/(n - 1)
  double variance_normal = missing, z_normal = missing;  ///< values from one normal distribution
  double variance_randomised = missing, z_randomised = missing;  ///< values permuted over places
  int places = 0;                                                ///< n, with a value
  int islands = 0;  ///< of these, without a neighbour with a value
};

/// I = n / S0 sum w_ij z_i z_j / sum z_i^2, variances by Cliff & Ord (1981), Spatial Processes.
/// Missing values (NaN) and what leads to them are left out. Islands count for n and the mean, as
/// they do when values are permuted over all places; programs that leave them out of n differ by
/// that. UsageError for another number of values than places.
Moran moran(std::span<const double> values, const Neighbours&,
            RowWeights = RowWeights::standardised);

}  // namespace tijian::statistics
