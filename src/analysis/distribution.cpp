#include <algorithm>
#include <cmath>

#include "tijian/missing.h"
#include "tijian/robustness.h"

namespace tijian {
namespace {

using Values = std::vector<double>::iterator;

/// Puts `nth` in its place in the order of `first` to `last`, where it is one of them.
Values put_in_place(Values first, Values nth, Values last) {
  if (first <= nth && nth < last) std::nth_element(first, nth, last);
  return nth;
}

/// The quantile of type 7 between the value at `nth` and the next one. `known` is a later value in
/// its place, beyond which nothing smaller lies; where there is none, all up to `end` are looked
/// at.
double between(Values nth, double rest, Values known, Values end) {
  const Values last = nth < known ? known + 1 : end;
  if (rest == 0 || nth + 1 == last) return *nth;
  return *nth + rest * (*std::min_element(nth + 1, last) - *nth);
}

}  // namespace

Distribution distribution(std::span<const double> values, double nominal) {
  if (values.empty()) return {nominal, missing, missing, missing, missing};
  double sum = 0;
  for (const double value : values) sum += value;
  std::vector<double> sorted(values.begin(), values.end());
  const Values begin = sorted.begin(), end = sorted.end();
  const auto place = [&](double share) { return share * static_cast<double>(values.size() - 1); };
  const auto whole = [](double at) { return static_cast<std::ptrdiff_t>(at); };
  const auto rest = [&](double at) { return at - static_cast<double>(whole(at)); };
  const double low = place(0.05), half = place(0.5), high = place(0.95);
  // The median first: it leaves half of the values to look through for each of the others.
  const Values median = put_in_place(begin, begin + whole(half), end);
  const Values lowest = put_in_place(begin, begin + whole(low), median);
  const Values highest = put_in_place(median + 1, begin + whole(high), end);
  return {nominal, sum / static_cast<double>(values.size()),
          between(lowest, rest(low), median, end), between(median, rest(half), highest, end),
          between(highest, rest(high), highest, end)};
}

}  // namespace tijian
