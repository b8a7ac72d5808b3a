#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "statistics/neighbours.h"
#include "tijian/missing.h"

namespace tijian::statistics {

/// A place's value and the mean of its neighbours against the mean of all: high is above it.
enum class Quadrant { none, high_high, low_high, low_low, high_low };

struct LocalMoranPlace {
  double i = missing, expected = missing, variance = missing, z = missing;
  double p = missing;
  Quadrant quadrant = Quadrant::none;
};

struct LocalMoran {
  std::vector<LocalMoranPlace> at;  ///< a place each; all missing without value or neighbours
  int places = 0;                   ///< with a value
  int islands = 0;                  ///< of these, without a neighbour with a value
};

/// How p is drawn. The numbers depend on count, seed and place only.
struct Permutations {
  int count = 999;  ///< 0: p is missing
  std::uint64_t seed = 1;
  int threads = 0;  ///< at most so many at a time; 0: all cores
};

/// Local Moran's I_i = z_i / m2 sum w_ij z_j (Anselin 1995), with its expectation and variance
/// where a place keeps its value and all others are permuted (Sokal, Oden & Thomson 1998), and
/// p = (r + 1) / (count + 1) of such permutations, r of which had an I_i as far out or farther on
/// the side where it lies: one-sided, as GeoDa and PySAL give it; 2 p for both sides. z is NaN
/// where its variance is 0. All values equal: all missing. Missing values (NaN) and what leads to
/// them are left out; islands count for n and the mean. UsageError for another number of values.
LocalMoran local_moran(std::span<const double> values, const Neighbours&, const Permutations& = {},
                       RowWeights = RowWeights::standardised);

}  // namespace tijian::statistics
