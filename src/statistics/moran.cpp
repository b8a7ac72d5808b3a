#include "statistics/moran.h"

#include <cmath>

#include "statistics/lag.h"

namespace tijian::statistics {
namespace {

/// Cliff and Ord's sums of the weights.
struct WeightSums {
  double s0 = 0, s1 = 0, s2 = 0;
};

WeightSums weight_sums(const Neighbours& neighbours) {
  WeightSums out;
  std::vector<double> both(neighbours.places());  // row's sum and column's sum
  for (int i = 0; i < neighbours.places(); ++i)
    for (const auto& [j, w] : neighbours.of(i)) {
      out.s0 += w;
      out.s1 += w * (w + neighbours.weight(j, i));
      both[i] += w;
      both[j] += w;
    }
  for (const double sum : both) out.s2 += sum * sum;
  return out;
}

double cross_products(const Deviations& deviations, const Neighbours& neighbours) {
  double sum = 0;
  for (int i = 0; i < neighbours.places(); ++i)
    for (const auto& [j, w] : neighbours.of(i)) sum += w * deviations.z[i] * deviations.z[j];
  return sum;
}

double standard_score(double distance, double variance) {
  return variance > 0 ? distance / std::sqrt(variance) : missing;
}

void add_variances(Moran& out, const WeightSums& w, const Deviations& deviations) {
  const double n = out.places, s0 = w.s0 * w.s0, mean_square = out.expected * out.expected;
  const double kurtosis = n * deviations.fourth / (deviations.squares * deviations.squares);
  const double normal = (n * n * w.s1 - n * w.s2 + 3 * s0) / ((n * n - 1) * s0);
  const double flat = n * ((n * n - 3 * n + 3) * w.s1 - n * w.s2 + 3 * s0);
  const double tails = kurtosis * ((n * n - n) * w.s1 - 2 * n * w.s2 + 6 * s0);
  const double randomised = (flat - tails) / ((n - 1) * (n - 2) * (n - 3) * s0);
  out.variance_normal = difference(normal, mean_square);
  out.variance_randomised = difference(randomised, mean_square);
  out.z_normal = standard_score(out.i - out.expected, out.variance_normal);
  out.z_randomised = standard_score(out.i - out.expected, out.variance_randomised);
}

}  // namespace

Moran moran(std::span<const double> values, const Neighbours& given, RowWeights weights) {
  const Neighbours neighbours = neighbours_for(values, given, weights);
  const Deviations deviations(values);
  Moran out;
  out.places = deviations.n;
  out.islands = count_islands(deviations, neighbours);
  const WeightSums sums = weight_sums(neighbours);
  if (!(deviations.squares > 0) || !(sums.s0 > 0)) return out;
  out.i = out.places / sums.s0 * cross_products(deviations, neighbours) / deviations.squares;
  out.expected = -1.0 / (out.places - 1);
  if (out.places >= 4) add_variances(out, sums, deviations);
  return out;
}

}  // namespace tijian::statistics
