#include "statistics/inequality.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
#include "tijian/diagnostic.h"
#include "tijian/missing.h"

using namespace tijian::statistics;
using tijian::missing;
using tijian_tests::reference_table;
using Values = std::vector<double>;

namespace {

const Values incomes{541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261};

std::vector<int> regions(const tijian_tests::ReferenceTable& mexico) {
  std::vector<int> out;
  for (const double region : mexico.column("hanson98")) out.push_back(static_cast<int>(region) - 1);
  return out;
}

}  // namespace

TEST_CASE("Gini coefficient") {
  CHECK(gini(incomes) == Approx(0.4620911).margin(5e-8));  // R's package ineq
  const auto mexico = reference_table("diagnosis/mexico.csv");
  CHECK(gini(mexico.column("pcgdp1940")) == Approx(0.35372371).margin(5e-9));
  CHECK(gini(Values{3, 1, missing, 2}) == Approx(2.0 / 9));  // (-2 * 1 + 0 * 2 + 2 * 3) / (3 * 6)
}

TEST_CASE("Gini coefficient at its ends and where it is none") {
  CHECK(gini(Values{0.1, 0.1, 0.1}) == 0);
  CHECK(gini(Values{0, 0, 0, 5}) == Approx(0.75));
  CHECK(std::isnan(gini(Values{-1, 2})));
  CHECK(std::isnan(gini(Values{0, 0})));
  CHECK(std::isnan(gini(Values{missing})));
  CHECK(std::isnan(gini(Values{})));
}

TEST_CASE("Coefficient of variation has n - 1") {
  // 2 4 4 4 5 5 7 9: mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32
  CHECK(variation_coefficient(Values{2, 4, 4, 4, missing, 5, 5, 7, 9}) ==
        Approx(std::sqrt(32.0 / 7) / 5));
  CHECK(variation_coefficient(Values{-1, 3}) == Approx(std::sqrt(8.0)));
  CHECK(variation_coefficient(Values{0.1, 0.1, 0.1}) == 0);
  CHECK(std::isnan(variation_coefficient(Values{-1, 1})));
  CHECK(std::isnan(variation_coefficient(Values{-2, 1})));
  CHECK(std::isnan(variation_coefficient(Values{1, missing})));
}

TEST_CASE("Theil's T of Mexico's states, between and within regions") {
  const auto mexico = reference_table("diagnosis/mexico.csv");
  const Values total{0.20894344, 0.15222451, 0.10472941, 0.10194725,
                     0.09560113, 0.10511256, 0.10660832};
  const Values between{0.0345889,  0.02816853, 0.05260921, 0.05931219,
                       0.03205257, 0.02963731, 0.03635872};
  for (int k = 0; k < 7; ++k) {
    const Values gdp = mexico.column("pcgdp" + std::to_string(1940 + 10 * k));
    const Theil t = theil(gdp, regions(mexico));
    CHECK(theil(gdp) == Approx(total[k]).margin(5e-9));
    CHECK(t.total == Approx(total[k]).margin(5e-9));
    CHECK(t.between == Approx(between[k]).margin(5e-9));
    CHECK(t.within + t.between == Approx(t.total).margin(1e-15));
  }
}

// 1 3 | 4: mean 8/3, group means 2 and 4; shares 1/2 each.
TEST_CASE("Theil's T comes apart by groups") {
  const Theil t = theil(Values{1, 9, 3, 4, missing}, std::vector<int>{0, -1, 0, 1, 1});
  const double first = (std::log(0.5) * 0.5 + std::log(1.5) * 1.5) / 2;
  REQUIRE(t.groups.size() == 2);
  CHECK(t.groups[0].places == 2);
  CHECK(t.groups[0].share == Approx(0.5));
  CHECK(t.groups[0].theil == Approx(first));
  CHECK(t.groups[0].within == Approx(first / 2));
  CHECK(t.groups[0].between == Approx(std::log(0.75) / 2));
  CHECK(t.groups[1].places == 1);
  CHECK(t.groups[1].theil == 0);
  CHECK(t.groups[1].within == 0);
  CHECK(t.groups[1].between == Approx(std::log(1.5) / 2));
  CHECK(t.within == Approx(first / 2));
  CHECK(t.between == Approx((std::log(0.75) + std::log(1.5)) / 2));
}

TEST_CASE("Groups with one mean have nothing between them") {
  for (int n = 1; n < 30; ++n) {
    const double x = 0.1 * n;
    const Theil t = theil(Values{x, 3 * x, 2 * x, 2 * x, 2 * x}, std::vector<int>{0, 0, 1, 1, 1});
    CHECK(t.between == 0);
    CHECK(t.within > 0);
  }
}

TEST_CASE("Theil's T at its ends, and where it is none") {
  CHECK(theil(Values{0.1, 0.1, 0.1}) == 0);
  for (int n = 1; n < 30; ++n) CHECK(theil(Values(n, 0.1 * n)) == 0);
  CHECK(theil(Values{0, 7, 0, 0}) == Approx(std::log(4)));  // 0 ln 0 = 0
  CHECK(std::isnan(theil(Values{-1, 2})));
  CHECK(std::isnan(theil(Values{0, 0})));
  CHECK(std::isnan(theil(Values{})));
  const Theil empty = theil(Values{0, 5}, std::vector<int>{2, 0});
  REQUIRE(empty.groups.size() == 3);
  CHECK(empty.groups[1].places == 0);
  CHECK(std::isnan(empty.groups[2].theil));
  CHECK(empty.groups[2].within == 0);
  CHECK(empty.between == Approx(std::log(2)));
  const Theil nobody = theil(Values{}, {});
  CHECK(std::isnan(nobody.within));
  CHECK(std::isnan(nobody.between));
  const Theil negative = theil(Values{-1, 5, 5}, std::vector<int>{0, 0, 1});
  CHECK(std::isnan(negative.within));
  CHECK(std::isnan(negative.between));
  CHECK(std::isnan(negative.groups[1].theil));
  CHECK_THROWS_AS(theil(Values{1, 2}, std::vector<int>{0}), tijian::UsageError);
}
