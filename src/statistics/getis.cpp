#include "statistics/getis.h"

#include <cmath>

#include "statistics/lag.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

/// The row with the place itself, against values permuted over all places.
Lag lag_with_itself(const Deviations& deviations, int place, std::span<const Neighbour> row) {
  Lag out = lag(deviations, place, row);
  const double own = out.weights / static_cast<double>(row.size()), n = deviations.n;
  out.sum += own * deviations.z[place];
  out.weights += own;
  out.squared_weights += own * own;
  out.expected = 0;
  out.variance =
      deviations.m2() / (n - 1) * difference(n * out.squared_weights, out.weights * out.weights);
  return out;
}

}  // namespace

GetisOrd getis_ord(std::span<const double> values, const Neighbours& given, Itself itself) {
  const Neighbours neighbours = given.among(values);
  const Deviations deviations(values);
  GetisOrd out{std::vector<double>(values.size(), missing), deviations.n,
               count_islands(deviations, neighbours)};
  for (int i = 0; i < neighbours.places(); ++i) {
    const auto row = neighbours.of(i);
    if (row.empty()) continue;
    const Lag sum =
        itself == Itself::included ? lag_with_itself(deviations, i, row) : lag(deviations, i, row);
    if (sum.variance > 0) out.z[i] = (sum.sum - sum.expected) / std::sqrt(sum.variance);
  }
  return out;
}

}  // namespace tijian::statistics
