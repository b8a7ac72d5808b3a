#include "statistics/pairs.h"

#include <fmt/format.h>

#include <cmath>

#include "tijian/diagnostic.h"

namespace tijian::statistics {

void check_same_length(std::span<const double> x, std::span<const double> y) {
  if (x.size() != y.size())
    throw UsageError(fmt::format("a list of {} values to go with one of {}", x.size(), y.size()));
}

Pairs common(std::span<const double> x, std::span<const double> y) {
  check_same_length(x, y);
  Pairs pairs;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    pairs.x.push_back(x[i]);
    pairs.y.push_back(y[i]);
  }
  return pairs;
}

}  // namespace tijian::statistics
