#include "method/ordered.h"

#include <algorithm>

namespace tijian::method {
namespace {

/// The rank of the values that equal `x`, of which there is at least one.
double rank_of(std::span<const double> sorted, double x, bool lower, double ties) {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), x);
  const double below = static_cast<double>(first - sorted.begin());
  const double up_to = static_cast<double>(last - sorted.begin());
  const double n = static_cast<double>(sorted.size());
  const double smallest = lower ? n - up_to + 1 : below + 1, largest = lower ? n - below : up_to;
  return (1 - ties) * smallest + ties * largest;
}

}  // namespace

double position(std::span<const double> sorted, double x, bool lower, double ties) {
  const double inside = std::clamp(x, sorted.front(), sorted.back());
  const auto above = std::lower_bound(sorted.begin(), sorted.end() - 1, inside);
  if (*above == inside) return rank_of(sorted, inside, lower, ties);
  const double a = *(above - 1), b = *above;
  const double part = (inside / 2 - a / 2) / (b / 2 - a / 2);  // halves: b - a may overflow
  const double from = rank_of(sorted, a, lower, ties), to = rank_of(sorted, b, lower, ties);
  return from + (to - from) * part;
}

}  // namespace tijian::method
