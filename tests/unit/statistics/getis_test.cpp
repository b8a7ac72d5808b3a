#include "statistics/getis.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
#include "tijian/diagnostic.h"
#include "tijian/missing.h"
#include "unit/statistics/permuted.h"

using namespace tijian::statistics;
using tijian::missing;
using tijian_tests::over_permutations;
using Values = std::vector<double>;

namespace {

Neighbours within(double distance, const Values& x, const Values& y) {
  std::vector<NeighbourPair> pairs;
  const int n = static_cast<int>(x.size());
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j)
      if (std::hypot(x[i] - x[j], y[i] - y[j]) <= distance) pairs.push_back({i, j});
  return {n, pairs};
}

}  // namespace

// Getis & Ord 1996, table of the cell in row 8, column 8, by distance.
TEST_CASE("Getis and Ord's example") {
  const auto cells = tijian_tests::reference_table("diagnosis/getisord.csv");
  const Values x = cells.column("x"), y = cells.column("y"), value = cells.column("val");
  const double published[]{1.221979, 1.748098, 1.986135, 1.893374, 1.237454};
  for (int k = 0; k < 5; ++k) {
    const Neighbours near = within(30 * (k + 1), x, y);
    CHECK(getis_ord(value, near, Itself::left_out).z[119] == Approx(published[k]).margin(5e-7));
  }
  const auto star = getis_ord(value, within(30, x, y), Itself::included);
  CHECK(star.z[119] == Approx(1.45078).margin(5e-6));
  CHECK(star.places == 256);
  CHECK(star.islands == 0);
}

// The row's sum among all orders of the values: of all but the place's for G, of all for G*.
TEST_CASE("Getis' z is the row's sum standardised over all permutations") {
  const Values values{4, 1, 3, -2, 8, 5};
  const Neighbours n(6, std::vector<NeighbourPair>{{0, 1, 1}, {0, 2, 3}});
  const auto g = [](const Values& others) { return others[0] + 3 * others[1]; };
  const auto apart = over_permutations({1, 3, -2, 8, 5}, g);
  CHECK(getis_ord(values, n, Itself::left_out).z[0] ==
        Approx((g({1, 3}) - apart.mean) / std::sqrt(apart.variance)));
  const auto star = [](const Values& all) { return 2 * all[0] + all[1] + 3 * all[2]; };
  const auto whole = over_permutations(values, star);
  CHECK(getis_ord(values, n, Itself::included).z[0] ==
        Approx((star(values) - whole.mean) / std::sqrt(whole.variance)));
  for (const Itself itself : {Itself::left_out, Itself::included})
    CHECK(getis_ord(values, n.standardised(), itself).z[0] ==
          Approx(getis_ord(values, n, itself).z[0]));
}

TEST_CASE("Getis' z is missing for islands, and where nothing can differ") {
  const Itself itself = GENERATE(Itself::left_out, Itself::included);
  const Neighbours n(5, std::vector<NeighbourPair>{{0, 1}, {1, 2}, {0, 2}, {2, 3}});
  const GetisOrd some = getis_ord(Values{1, 5, 2, missing, 9}, n, itself);
  CHECK(some.places == 4);
  CHECK(some.islands == 1);
  CHECK(std::isnan(some.z[3]));
  CHECK(std::isnan(some.z[4]));
  CHECK(some.z[0] == Approx(some.z[0]));
  const GetisOrd everyone = getis_ord(Values{1, 5, 2, missing, missing}, n.standardised(), itself);
  CHECK(std::isnan(everyone.z[0]));
  CHECK(std::isnan(getis_ord(Values(5, 0.1), n, itself).z[0]));
  CHECK_THROWS_AS(getis_ord(Values(4), n, itself), tijian::UsageError);
}

TEST_CASE("Getis' z is missing for a neighbour of everyone") {
  const Itself itself = GENERATE(Itself::left_out, Itself::included);
  for (int n = 3; n < 40; ++n) {
    std::vector<NeighbourPair> everyone;
    Values values{0.3};
    for (int i = 1; i < n; ++i) {
      everyone.push_back({0, i});
      values.push_back(0.1 * i * i);
    }
    CHECK(std::isnan(getis_ord(values, Neighbours(n, everyone).standardised(), itself).z[0]));
  }
}

TEST_CASE("G leaves out what G* takes in") {
  const Neighbours n(4, std::vector<NeighbourPair>{{0, 1}, {1, 2}});
  const Values peak{9, 0.1, 0.1, 0.1};
  CHECK(std::isnan(getis_ord(peak, n, Itself::left_out).z[0]));
  CHECK(getis_ord(peak, n, Itself::included).z[0] > 0);
}
