#include "statistics/local_moran.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/diagnostic.h"
#include "unit/statistics/listed_neighbours.h"
#include "unit/statistics/permuted.h"

using namespace tijian::statistics;
using tijian::missing;
using tijian_tests::listed_neighbours;
using tijian_tests::over_permutations;
using tijian_tests::reference_table;
using Values = std::vector<double>;

namespace {

constexpr Permutations no_draws{0};

int row_of(const tijian_tests::ReferenceTable& table, const std::string& name) {
  for (std::size_t i = 0; i < table.rows().size(); ++i)
    if (table.text(table.rows()[i], "name") == name) return static_cast<int>(i);
  throw std::runtime_error(name);
}

// 0 has the neighbours 1 (weight 1) and 2 (weight 3); 3 to 6 have no part in it.
const Neighbours two(7, std::vector<NeighbourPair>{{0, 1, 1}, {0, 2, 3}});

}  // namespace

// spdep's localmoran of conflict in Africa, published with the data.
TEST_CASE("Local Moran of Egypt and Kenya") {
  const auto africa = reference_table("diagnosis/afcon.csv");
  const auto local = local_moran(africa.column("totcon"), listed_neighbours(africa), no_draws);
  const LocalMoranPlace egypt = local.at[row_of(africa, "EGYPT")];
  const LocalMoranPlace kenya = local.at[row_of(africa, "KENYA")];
  CHECK(egypt.i == Approx(6.9467).margin(5e-5));
  CHECK(egypt.expected == Approx(-0.29968).margin(5e-6));
  CHECK(egypt.variance == Approx(4.2971).margin(5e-5));
  CHECK(egypt.z == Approx(3.4957).margin(5e-5));
  CHECK(kenya.i == Approx(1.1969).margin(5e-5));
  CHECK(kenya.expected == Approx(-0.016803).margin(5e-7));
  CHECK(kenya.variance == Approx(0.12489).margin(5e-6));
  CHECK(kenya.z == Approx(3.4344).margin(5e-5));
  CHECK(std::isnan(egypt.p));
}

// libpysal's numbers for de Smith's places.
TEST_CASE("Quadrants of local Moran") {
  const auto places = reference_table("diagnosis/desmith.csv");
  const auto local = local_moran(places.column("z"), listed_neighbours(places), no_draws);
  const int expected[]{4, 4, 4, 2, 3, 3, 1, 4, 3, 3};
  for (int i = 0; i < 10; ++i) CHECK(static_cast<int>(local.at[i].quadrant) == expected[i]);
}

TEST_CASE("Local Moran's expectation and variance are those over all permutations of the others") {
  const Values values{4, 1, 3, -2, 8, 5, 2};
  const auto defined = [&](const Values& others) {
    double mean = 3, m2 = 0;  // 21 over 7
    for (const double x : values) m2 += (x - mean) * (x - mean) / 7;
    return (4 - mean) / m2 * (1 * (others[0] - mean) + 3 * (others[1] - mean)) / 4;
  };
  const auto exact = over_permutations({1, 3, -2, 8, 5, 2}, defined);
  const LocalMoranPlace place = local_moran(values, two, no_draws).at[0];
  CHECK(place.i == Approx(defined({1, 3})));
  CHECK(place.expected == Approx(exact.mean));
  CHECK(place.variance == Approx(exact.variance));
}

// The place's value is -1 about the mean 0; each of the 30 ordered pairs of the others is as likely
// to be its neighbours, and is compared with the actual one here.
TEST_CASE("Permutations find the share of orders that lie as far out") {
  const Values others{5, 1, -3, -2, -1, 1};  // ties among them
  Values values{-1};
  values.insert(values.end(), others.begin(), others.end());  // sum 0
  int above = 0, below = 0;
  for (int a = 0; a < 6; ++a)
    for (int b = 0; b < 6; ++b) {
      if (a == b) continue;
      const double i = -(others[a] + 3 * others[b]), actual = -(others[0] + 3 * others[1]);
      above += i >= actual;
      below += i <= actual;
    }
  const double exact = std::min(above, below) / 30.0;
  REQUIRE(exact > 0.1);
  const double p = local_moran(values, two, {99999, 3}).at[0].p;
  CHECK(p == Approx(exact).margin(4 * std::sqrt(exact * (1 - exact) / 99999)));
}

// One neighbour of the three others 0.1 0.1 0.1: every permutation is the actual one.
TEST_CASE("Permutations that tie count as far out") {
  const Neighbours pair(4, std::vector<NeighbourPair>{{0, 1}, {0, 2, 0.7}});
  const LocalMoranPlace place = local_moran(Values{0.7, 0.1, 0.1, 0.1}, pair).at[0];
  CHECK(place.p == 1);
  CHECK(std::isnan(place.z));
}

TEST_CASE("Sums of the same neighbours in another order tie") {
  std::vector<NeighbourPair> everyone;
  for (int i = 1; i < 9; ++i) everyone.push_back({0, i});
  const Values values{2, 0.1, 0.2, 0.3, 0.7, 1.1, 1.3, 1.9, 5.7};
  const LocalMoranPlace place = local_moran(values, Neighbours(9, everyone)).at[0];
  CHECK(place.p == 1);
  CHECK(place.variance == 0);
  CHECK(std::isnan(place.z));
}

TEST_CASE("A place at the mean has I 0 whatever its neighbours") {
  const Neighbours n(5, std::vector<NeighbourPair>{{0, 1}, {0, 3}});
  const LocalMoranPlace place = local_moran(Values{0, 1, -1, 2, -2}, n).at[0];
  CHECK(place.i == 0);
  CHECK(place.p == 1);
  CHECK(std::isnan(place.z));
}

TEST_CASE("Of two places nothing can be permuted") {
  const Neighbours n(2, std::vector<NeighbourPair>{{0, 1}});
  const LocalMoranPlace place = local_moran(Values{1, 3}, n).at[0];
  CHECK(place.i == -1);
  CHECK(place.variance == 0);
  CHECK(place.p == 1);
}

// Two of 60 neighbours-to-be are high, both are neighbours: 1 of 59 * 58 / 2 orders.
TEST_CASE("No permutation so far out gives 1 in count + 1") {
  Values values(60, 0.0);
  values[0] = values[1] = values[2] = 1;
  const Neighbours high(60, std::vector<NeighbourPair>{{0, 1}, {0, 2}});
  CHECK(local_moran(values, high, {9}).at[0].p == Approx(0.1));
  CHECK(local_moran(values, high, {99}).at[0].p == Approx(0.01));
}

TEST_CASE("Permutations depend on the seed, not on threads") {
  const auto africa = reference_table("diagnosis/afcon.csv");
  const auto p = [&](std::uint64_t seed, int threads) {
    Values out;
    for (const auto& place :
         local_moran(africa.column("totcon"), listed_neighbours(africa), {199, seed, threads}).at)
      out.push_back(place.p);
    return out;
  };
  CHECK(p(1, 1) == p(1, 4));
  CHECK(p(1, 1) != p(2, 1));
}

TEST_CASE("Local Moran is missing for islands and for places without a value") {
  const Neighbours n(6, std::vector<NeighbourPair>{{0, 1}, {1, 2}, {2, 5}, {3, 2}});
  const LocalMoran local = local_moran(Values{1, 5, missing, 4, 9, 2}, n);
  CHECK(local.places == 5);
  CHECK(local.islands == 3);  // 4; and 3 and 5, which had 2 only
  for (const int i : {2, 3, 4, 5}) {
    CHECK(std::isnan(local.at[i].i));
    CHECK(std::isnan(local.at[i].p));
    CHECK(local.at[i].quadrant == Quadrant::none);
  }
  CHECK(local.at[0].quadrant == Quadrant::low_high);
  CHECK(local.at[1].quadrant == Quadrant::high_low);
  // Of 5 4 9 2 in 1's place, 5 and 9 are as high.
  CHECK(local.at[0].p == Approx(0.5).margin(4 * std::sqrt(0.25 / 999)));
  // Mean 4.2, squares 10.24 + .64 + .04 + 23.04 + 4.84 = 38.8 over 5.
  CHECK(local.at[0].i == Approx(-3.2 * 0.8 / 7.76));
}

TEST_CASE("Local Moran of equal values is missing") {
  const LocalMoran local = local_moran(Values(7, 0.1), two);
  CHECK(std::isnan(local.at[0].i));
  CHECK(std::isnan(local.at[0].p));
  CHECK(local.at[0].quadrant == Quadrant::none);
  CHECK(local.islands == 4);
  CHECK_THROWS_AS(local_moran(Values(6), two), tijian::UsageError);
}
