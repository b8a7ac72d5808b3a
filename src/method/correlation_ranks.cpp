#include "method/correlation_ranks.h"

#include <algorithm>

#include "tijian/missing.h"

namespace tijian::method {

std::vector<double> average_ranks(std::span<const double> values) {
  std::vector<double> sorted(values.begin(), values.end()), ranks;
  std::sort(sorted.begin(), sorted.end());
  for (const double x : values) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), x);
    ranks.push_back(static_cast<double>((first - sorted.begin()) + 1 + (last - sorted.begin())) /
                    2);
  }
  return ranks;
}

double median(std::span<const double> sorted) {
  if (sorted.empty()) return missing;
  const std::size_t half = sorted.size() / 2;
  return sorted.size() % 2 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
}

}  // namespace tijian::method
