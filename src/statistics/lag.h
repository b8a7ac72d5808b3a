#pragma once
#include <span>
#include <vector>

#include "statistics/neighbours.h"

namespace tijian::statistics {

/// Deviations from the mean of the values present, made once for all statistics of them.
struct Deviations {
  std::vector<double> z;           ///< NaN where missing
  int n = 0;                       ///< values present
  double squares = 0, fourth = 0;  ///< sums of z^2, z^4; 0 where all values are equal

  explicit Deviations(std::span<const double> values);
  double m2() const { return squares / n; }
};

/// The weighted sum of the neighbours' deviations, and its expectation and variance where a place
/// keeps its value and all others are permuted (Sokal, Oden & Thomson 1998, Local spatial
/// autocorrelation in a biological model). Variance is 0 where nothing can differ: all others are
/// alike, or neighbours with equal weights.
struct Lag {
  double sum = 0, weights = 0, squared_weights = 0;
  double expected = 0, variance = 0;
};
Lag lag(const Deviations&, int place, std::span<const Neighbour> row);

/// a - b for a >= b >= 0 in exact arithmetic: 0 where what is left is but the rounding of a.
double difference(double a, double b);

/// Places with a value and no neighbour.
int count_islands(const Deviations&, const Neighbours&);

}  // namespace tijian::statistics
