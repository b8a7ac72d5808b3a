#include "statistics/quantile.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace tijian::statistics;

// Hyndman and Fan's type 7: the value at (n - 1) share, counted from 0, in the sorted values.
TEST_CASE("quantiles of type 7 at any shares") {
  std::vector<double> values{40, 10, 30, 20};
  const std::array shares{0., 0.25, 0.5, 0.5, 0.9, 1.};
  const auto at = quantiles(values, shares);  // at 0, 0.75, 1.5, 1.5, 2.7 and 3
  const std::array expected{10., 17.5, 25., 25., 37., 40.};
  for (std::size_t k = 0; k < shares.size(); ++k) CHECK(at[k] == Approx(expected[k]));
  CHECK(std::isnan(quantiles({}, std::array{0.5})[0]));
}

TEST_CASE("quantiles are those of sorted values, however the values lie and tie") {
  const std::array shares{0.01, 0.05, 0.06, 0.5, 0.51, 0.95, 0.999};
  for (const int n : {1, 2, 3, 7, 20, 101}) {
    std::vector<double> values;
    for (int i = 0; i < n; ++i) values.push_back(i * 37 % 101 / 3 * i % 13);
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const auto at = quantiles(values, shares);
    for (std::size_t k = 0; k < shares.size(); ++k) {
      const double place = shares[k] * (n - 1), rest = place - std::floor(place);
      const auto below = static_cast<std::size_t>(place), above = below + (rest > 0 ? 1 : 0);
      const double expected = sorted[below] + rest * (sorted[above] - sorted[below]);
      CHECK(at[k] == Approx(expected));
    }
  }
}
