#include "statistics/local_moran.h"

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "base/threads.h"
#include "statistics/lag.h"

namespace tijian::statistics {
namespace {

Quadrant quadrant_of(double z, double around) {
  return z > 0 ? (around > 0 ? Quadrant::high_high : Quadrant::high_low)
               : (around > 0 ? Quadrant::low_high : Quadrant::low_low);
}

/// The deviations of all places with a value but one.
std::vector<double> others(const Deviations& deviations, int place) {
  std::vector<double> out;
  out.reserve(deviations.n);
  for (int i = 0; i < static_cast<int>(deviations.z.size()); ++i)
    if (i != place && !std::isnan(deviations.z[i])) out.push_back(deviations.z[i]);
  return out;
}

/// The row's weighted sum of deviations drawn without replacement, which come first afterwards.
double drawn_lag(std::span<const Neighbour> row, std::vector<double>& pool, base::Random& random) {
  double sum = 0;
  for (std::size_t k = 0; k < row.size(); ++k) {
    const double left = static_cast<double>(pool.size() - k);
    std::swap(pool[k], pool[k + static_cast<std::size_t>(base::uniform(random) * left)]);
    sum += row[k].weight * pool[k];
  }
  return sum;
}

double pseudo_p(const Deviations& deviations, int place, std::span<const Neighbour> row,
                const Lag& actual, const Permutations& permutations) {
  if (permutations.count <= 0) return missing;
  base::Random random(base::mixed_seed(permutations.seed, static_cast<std::uint64_t>(place)));
  std::vector<double> pool = others(deviations, place);
  const double z = deviations.z[place];
  // Equal sums of other terms differ by rounding.
  const double tie = 1e-12 * std::abs(z) * actual.weights * std::sqrt(deviations.squares);
  int above = 0, below = 0;
  for (int r = 0; r < permutations.count; ++r) {
    const double apart = z * (drawn_lag(row, pool, random) - actual.sum);
    above += apart >= -tie;
    below += apart <= tie;
  }
  return (std::min(above, below) + 1.0) / (permutations.count + 1.0);
}

LocalMoranPlace at_place(const Deviations& deviations, int place, std::span<const Neighbour> row,
                         const Permutations& permutations) {
  const Lag around = lag(deviations, place, row);
  const double z = deviations.z[place], scale = z / deviations.m2();
  LocalMoranPlace out;
  out.i = scale * around.sum;
  out.expected = scale * around.expected;
  out.variance = scale * scale * around.variance;
  if (out.variance > 0) out.z = (out.i - out.expected) / std::sqrt(out.variance);
  out.p = pseudo_p(deviations, place, row, around, permutations);
  out.quadrant = quadrant_of(z, around.sum);
  return out;
}

}  // namespace

LocalMoran local_moran(std::span<const double> values, const Neighbours& given,
                       const Permutations& permutations, RowWeights weights) {
  const Neighbours neighbours = neighbours_for(values, given, weights);
  const Deviations deviations(values);
  LocalMoran out{std::vector<LocalMoranPlace>(values.size()), deviations.n,
                 count_islands(deviations, neighbours)};
  if (!(deviations.squares > 0)) return out;
  base::parallel_for(values.size(), permutations.threads, [&](std::size_t i) {
    const int place = static_cast<int>(i);
    if (const auto row = neighbours.of(place); !row.empty())
      out.at[i] = at_place(deviations, place, row, permutations);
  });
  return out;
}

}  // namespace tijian::statistics
