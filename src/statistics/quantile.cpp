#include "statistics/quantile.h"

#include <algorithm>
#include <cstddef>

#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

/// Puts the values at `places`, no two alike, where sorting would; `values` start at place `first`.
/// The middle one first: it leaves half of the values to look through for each of the others.
void put_in_place(std::span<double> values, std::size_t first,
                  std::span<const std::size_t> places) {
  if (values.empty() || places.empty()) return;
  const std::size_t middle = places.size() / 2, nth = places[middle] - first;
  std::nth_element(values.begin(), values.begin() + nth, values.end());
  put_in_place(values.first(nth), first, places.first(middle));
  put_in_place(values.subspan(nth + 1), places[middle] + 1, places.subspan(middle + 1));
}

/// From the value in its place `nth` on to the next one, which is the least up to the next value
/// that is in its place, or up to the end.
double on_to_next(std::span<const double> values, std::size_t nth, double rest,
                  std::span<const std::size_t> places) {
  if (rest == 0) return values[nth];
  const auto known = std::ranges::upper_bound(places, nth);
  const auto begin = values.begin() + nth + 1;
  const auto end = known == places.end() ? values.end() : values.begin() + *known + 1;
  return values[nth] + rest * (*std::min_element(begin, end) - values[nth]);
}

}  // namespace

std::vector<double> quantiles(std::span<double> values, std::span<const double> shares) {
  if (values.empty()) return std::vector<double>(shares.size(), missing);
  std::vector<std::size_t> places;
  std::vector<double> rests, out;
  for (const double share : shares) {
    const double at = share * static_cast<double>(values.size() - 1);
    places.push_back(static_cast<std::size_t>(at));
    rests.push_back(at - static_cast<double>(places.back()));
  }
  std::vector<std::size_t> distinct = places;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  put_in_place(values, 0, distinct);
  for (std::size_t k = 0; k < shares.size(); ++k)
    out.push_back(on_to_next(values, places[k], rests[k], places));
  return out;
}

}  // namespace tijian::statistics
