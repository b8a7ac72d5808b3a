#pragma once
#include <algorithm>
#include <numeric>
#include <vector>

namespace tijian_tests {

struct MeanVariance {
  double mean = 0, variance = 0;
};

/// Of a statistic over all orders of the values: what permutation theory says in closed form.
template <class Statistic>
MeanVariance over_permutations(const std::vector<double>& values, Statistic statistic) {
  std::vector<int> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<double> results, permuted(values.size());
  do {
    for (std::size_t i = 0; i < order.size(); ++i) permuted[i] = values[order[i]];
    results.push_back(statistic(permuted));
  } while (std::next_permutation(order.begin(), order.end()));
  MeanVariance out;
  const double n = static_cast<double>(results.size());
  for (const double x : results) out.mean += x / n;
  for (const double x : results) out.variance += (x - out.mean) * (x - out.mean) / n;
  return out;
}

}  // namespace tijian_tests
