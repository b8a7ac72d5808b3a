// The order of values against the library's stable sort, below and above the size at which the
// bytes are used.
#include "statistics/ascending.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace {

std::vector<std::uint32_t> ascending_order(const std::vector<double>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  tijian::statistics::sort_ascending(order, [&](std::uint32_t i) { return values[i]; });
  return order;
}

std::vector<std::uint32_t> sorted_by_comparing(const std::vector<double>& values) {
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  return order;
}

std::vector<double> made_up(std::size_t count) {
  std::mt19937 random(7);
  std::vector<double> values;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const std::vector<double> special{0.0, -0.0, infinity, -infinity, 5e-324, -5e-324, 1, -1};
  while (values.size() < count) {
    const auto drawn = random();
    switch (drawn % 4) {
      case 0:
        values.push_back(special[random() % special.size()]);
        break;
      case 1:
        values.push_back(static_cast<int>(random() % 100) - 50);
        break;  // many are equal
      case 2:
        values.push_back(
            std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 2000) - 1000));
        break;
      default:
        values.push_back(-static_cast<double>(random()) / 1e7);
    }
  }
  return values;
}

}  // namespace

TEST_CASE("values ascend, equal ones as they stood") {
  CHECK(ascending_order({}).empty());
  CHECK(ascending_order(std::vector{3.0, -1.0, 3.0, -0.0, 0.0}) ==
        std::vector<std::uint32_t>{1, 3, 4, 0, 2});
  for (const std::size_t count : {10, 1'999, 2'000, 2'001, 70'000}) {
    const std::vector<double> values = made_up(count);
    CHECK(ascending_order(values) == sorted_by_comparing(values));
  }
}

TEST_CASE("many equal values stay as they stood") {
  const std::vector<double> values(5'000, -2.5);
  CHECK(ascending_order(values) == sorted_by_comparing(values));
}
