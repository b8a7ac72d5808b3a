#include "statistics/kendall.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "tijian/diagnostic.h"

using namespace tijian::statistics;

namespace {

std::vector<double> counted_to(std::size_t n) {
  std::vector<double> times(n);
  std::iota(times.begin(), times.end(), 1);
  return times;
}

double s_of(const std::vector<double>& x, const std::vector<double>& y) {
  double s = 0;
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double product = (x[i] - x[j]) * (y[i] - y[j]);
      s += product > 0 ? 1 : product < 0 ? -1 : 0;
    }
  return s;
}

/// The variance of s and the share of those as far from 0, over all orders of y.
struct AllOrders {
  double variance = 0, as_far = 0;

  AllOrders(const std::vector<double>& x, std::vector<double> y) {
    const double s = s_of(x, y);
    double orders = 0;
    std::sort(y.begin(), y.end());
    do {
      const double other = s_of(x, y);
      orders += 1;
      variance += other * other;
      if (std::abs(other) >= std::abs(s)) as_far += 1;
    } while (std::next_permutation(y.begin(), y.end()));
    variance /= orders;
    as_far /= orders;
  }
};

/// 1..n with so many inversions that s is the one asked for.
std::vector<double> with_s(std::size_t n, int s) {
  std::vector<double> values = counted_to(n);
  for (int left = (static_cast<int>(n * (n - 1) / 2) - s) / 2; left > 0; --left) {
    const auto rise = std::adjacent_find(values.begin(), values.end(), std::less<>());
    std::iter_swap(rise, rise + 1);
  }
  return values;
}

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

}  // namespace

// From OEIS A008302: twice the sum of the last coefficients over n!.
TEST_CASE("Mann-Kendall's exact p of few values") {
  struct Row {
    std::size_t n;
    int s;
    double p;
  };
  for (const Row& row : {Row{4, 6, 2 / 24.},
                         {5, 10, 2 / 120.},
                         {5, 8, 10 / 120.},
                         {5, 6, 28 / 120.},
                         {6, 15, 2 / 720.},
                         {7, 21, 2 / 5040.},
                         {7, 19, 14 / 5040.},
                         {8, 28, 2 / 40320.}}) {
    const Kendall k = kendall(counted_to(row.n), with_s(row.n, row.s));
    CHECK(k.s == row.s);
    CHECK(k.p == Approx(row.p).epsilon(1e-12));
    CHECK(k.exact);
    CHECK(kendall(counted_to(row.n), with_s(row.n, -row.s)).p == Approx(row.p).epsilon(1e-12));
  }
}

// Hollander and Wolfe (1973), p. 187: nine lots of tuna, Hunter L and a panel's score.
TEST_CASE("Kendall's test of two variables") {
  const std::vector<double> x{44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1};
  const std::vector<double> y{2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8};
  const Kendall k = kendall(x, y);
  CHECK(k.n == 9);
  CHECK(k.s == 16);
  CHECK(k.tau == Approx(16. / 36));
  CHECK(k.p == Approx(0.119438933).margin(5e-10));
  CHECK(kendall(y, x).p == k.p);
}

TEST_CASE("Kendall's exact p and variance are those of all orders") {
  for (const int s : {15, 9, 1, -1, -7}) {
    const std::vector<double> times{2015, 2016, 2018, 2019, 2020, 2024}, values = with_s(6, s);
    const Kendall k = kendall(times, values);
    const AllOrders all(times, values);
    CHECK(k.p == Approx(all.as_far));
    CHECK(k.variance == Approx(all.variance));
  }
  const std::vector<double> x{1, 1, 2, 3, 3, 3, 4}, y{5, 2, 2, 7, 7, 1, 2};
  const Kendall tied = kendall(x, y);
  CHECK(tied.s == s_of(x, y));
  CHECK(tied.variance == Approx(AllOrders(x, y).variance));
  CHECK_FALSE(tied.exact);
}

// Kendall (1976), Rank correlation methods: examples 3.4 (p. 42) and 4.3 (p. 55).
TEST_CASE("Kendall's test with ties in both variables") {
  const Kendall sizes = kendall(
      std::vector<double>{2.5, 2.5, 2.5, 2.5, 5, 6.5, 6.5, 10, 10, 10, 10, 10, 14, 14, 14, 16, 17},
      std::vector<double>{1, 1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 2, 2});
  CHECK(sizes.s == 34);
  CHECK(sizes.tau == Approx(34 / std::sqrt(116. * 60)));
  const Kendall ranks =
      kendall(std::vector<double>{1.5, 1.5, 3, 4, 6, 6, 6, 8, 9.5, 9.5, 11, 12},
              std::vector<double>{2.5, 2.5, 7, 4.5, 1, 4.5, 6, 11.5, 11.5, 8.5, 8.5, 10});
  CHECK(ranks.s == 34);
  CHECK(ranks.variance == Approx(203.30).margin(0.005));
  const double z = 33 / std::sqrt(ranks.variance);  // one nearer to 0
  CHECK(ranks.z == Approx(z));
  CHECK(ranks.p == Approx(std::erfc(z / std::sqrt(2.))));
}

TEST_CASE("Kendall's p is of the normal distribution beyond ten values, and where values tie") {
  CHECK(kendall(counted_to(10), with_s(10, 5)).exact);
  const Kendall eleven = kendall(counted_to(11), with_s(11, 25));
  CHECK_FALSE(eleven.exact);
  // variance 11 * 10 * 27 / 18 = 165, z = 24 / 12.8452 = 1.86839, two-sided p from a table: 0.0617
  CHECK(eleven.variance == Approx(165));
  CHECK(eleven.z == Approx(1.86839).margin(5e-6));
  CHECK(eleven.p == Approx(0.0617).margin(5e-5));
  // one pair of three: (4 * 3 * 13 - 2 * 1 * 9) / 18 = 7.6667, z = 4 / 2.76887
  const Kendall tied = kendall(counted_to(4), std::vector<double>{1, 2, 2, 3});
  CHECK(tied.s == 5);
  CHECK(tied.variance == Approx(138 / 18.));
  CHECK(tied.z == Approx(1.44463).margin(5e-6));
  CHECK_FALSE(tied.exact);
  const Kendall level = kendall(counted_to(3), std::vector<double>{1, 2, 1});
  CHECK(level.z == 0);
  CHECK(level.p == 1);
}

TEST_CASE("tau-b with ties") {
  // pairs of (1,1) (1,2) (2,2) (3,1): tied in x 1, in y 2; concordant 1, discordant 2
  const std::vector<double> x{1, 1, 2, 3}, y{1, 2, 2, 1};
  CHECK(kendall(x, y).tau == Approx(-1 / std::sqrt(5. * 4)));
}

TEST_CASE("Kendall's test of nothing to test is missing") {
  const Kendall two = kendall(counted_to(2), std::vector<double>{3, 1});
  CHECK(two.s == -1);
  CHECK(two.tau == -1);
  CHECK(std::isnan(two.p));
  CHECK(std::isnan(two.variance));
  const Kendall constant = kendall(counted_to(4), std::vector<double>{7, 7, 7, 7});
  CHECK(constant.n == 4);
  CHECK(constant.s == 0);
  CHECK(std::isnan(constant.tau));
  CHECK(std::isnan(constant.variance));
  CHECK(std::isnan(constant.p));
  CHECK(std::isnan(kendall(std::vector<double>{1, 1, 1}, counted_to(3)).p));
  CHECK(kendall({}, {}).n == 0);
  CHECK(std::isnan(kendall({}, {}).tau));
  CHECK_THROWS_AS(kendall(counted_to(3), counted_to(4)), tijian::UsageError);
}

TEST_CASE("Kendall's test leaves out pairs of which one is missing") {
  const Kendall k =
      kendall(std::vector<double>{1, 2, no_value, 3, 4}, std::vector<double>{2, 1, 9, 4, no_value});
  CHECK(k.n == 3);
  CHECK(k.s == 1);  // 2 concordant, 1 discordant
}
