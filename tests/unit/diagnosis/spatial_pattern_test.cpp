#include "tijian/spatial_pattern.h"

#include <catch2/catch.hpp>

#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

SmallFramework one_indicator() {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100);
  return f;
}

const GlobalPattern& of_node(const SpatialPattern& found, const Framework& framework,
                             const char* id) {
  const auto at = std::ranges::find(found.global, framework.find_node(id), &GlobalPattern::node);
  REQUIRE(at != found.global.end());
  return *at;
}

/// The places of a node's pattern, by name.
std::vector<LocalPattern> places_of_node(const SpatialPattern& found, const Framework& framework,
                                         const char* id) {
  std::vector<LocalPattern> out;
  for (const LocalPattern& one : found.local)
    if (found.global[one.pattern].node == framework.find_node(id)) out.push_back(one);
  return out;
}

}  // namespace

// 1, 2, 3, 4 in a line: deviations -3/2, -1/2, 1/2, 3/2 of squares 5, means of neighbours -1/2,
// -1/2, 1/2, 1/2: I = 2/5, and -1/(n - 1) expected. p0: I = -3/2 / (5/4) (-1/2) = 0.6.
TEST_CASE("places in a line are like their neighbours") {
  const SmallFramework f = one_indicator();
  const Run run = small_run(f, table_of({{1}, {2}, {3}, {4}}));
  const SpatialPattern found =
      spatial_pattern(run, {}, {{{"p0", "p1"}, {"p1", "p2"}, {"p3", "p2"}, {"p3", "other"}}});
  const GlobalPattern& one = of_node(found, f, "x");
  CHECK(one.places == 4);
  CHECK(one.islands == 0);
  CHECK(one.i == Approx(0.4));
  CHECK(one.expected == Approx(-1.0 / 3));
  CHECK(one.z == Approx((0.4 + 1.0 / 3) / std::sqrt(one.variance)));
  CHECK(one.p == Approx(2 * 0.5 * std::erfc(one.z / std::sqrt(2.0))));
  const auto places = places_of_node(found, f, "a");
  REQUIRE(places.size() == 4);
  CHECK(places[0].i == Approx(0.6));
  CHECK(places[0].expected == Approx(-1.5 * 1.5 / 1.25 / 3));  // -z^2 / m2 / (n - 1)
  CHECK(places[1].neighbours == 2);
  CHECK(places_of_node(found, f, "x").empty() == !(one.p <= spatial_alpha));
}

// p3 has no pair, p4's neighbour no value; of two values nothing is said.
TEST_CASE("islands are said so") {
  SmallFramework f = one_indicator();
  f.indicator("rare").score = straight(0, 100);
  const Run run =
      small_run(f, table_of({{1, 5}, {2, 6}, {3, none}, {4, none}, {5, none}, {none, none}}));
  const SpatialPattern found =
      spatial_pattern(run, {}, {{{"p0", "p1"}, {"p1", "p2"}, {"p4", "p5"}}});
  CHECK(of_node(found, f, "x").islands == 2);
  CHECK(of_node(found, f, "x").places == 5);
  const auto places = places_of_node(found, f, "a");
  REQUIRE(places.size() == 5);
  for (const int island : {3, 4}) {
    CHECK(places[island].cluster == Cluster::island);
    CHECK(places[island].getis_cluster == Cluster::island);
    CHECK(places[island].neighbours == 0);
    CHECK(std::isnan(places[island].q));
  }
  CHECK(places[0].cluster == Cluster::none);
  CHECK(std::ranges::count(found.global, f.get().find_node("rare"), &GlobalPattern::node) == 0);
}

// Two circles of eight all of whom are neighbours, one of ones, the other of zeros. That all seven
// neighbours of a one are ones is one of C(15, 7) = 6435 permutations: p = 1/1000 mostly, on one
// side. Gi*: 8 ones of 16: (8 - 4)/sqrt(0.25 (16 * 8 - 64)/15). The other indicator has four ones
// in each circle.
TEST_CASE("clusters of high and low are found, and only where there is a pattern") {
  SmallFramework f = one_indicator();
  f.category("b").indicator("even").score = straight(0, 100);
  IndicatorTable table = table_of({{0.0, 0.0}});
  table.rows = {};
  table.values.resize(16, 2);
  Neighbours neighbours;
  for (int k = 0; k < 16; ++k) {
    table.values(k, 0) = k < 8;
    table.values(k, 1) = k % 2;
    table.rows.places.push_back(std::string(1, static_cast<char>('a' + k)));
    table.rows.place.push_back(k);
    table.rows.period.push_back({});
    for (int other = k + 1; other < 16; ++other)
      if (k / 8 == other / 8)
        neighbours.pairs.push_back({std::string(1, static_cast<char>('a' + k)),
                                    std::string(1, static_cast<char>('a' + other))});
  }
  const Run run = small_run(f, table);
  const SpatialPattern found = spatial_pattern(run, {}, neighbours);
  CHECK(of_node(found, f, "x").i == Approx(1));
  CHECK(of_node(found, f, "x").p < 0.001);
  for (const char* node : {"a", "x"}) {
    const auto places = places_of_node(found, f, node);
    REQUIRE(places.size() == 16);
    for (int k = 0; k < 16; ++k) {
      CHECK(places[k].p <= 0.003);
      CHECK(places[k].q >= 2 * places[k].p);
      CHECK(places[k].q <= 0.006);
      CHECK(places[k].cluster == (k < 8 ? Cluster::high_high : Cluster::low_low));
      CHECK(places[k].getis_cluster == (k < 8 ? Cluster::hot : Cluster::cold));
      CHECK(std::abs(places[k].getis_z) == Approx(4 / std::sqrt(0.25 * 64 / 15)));
      CHECK(places[k].getis_q == Approx(std::erfc(4 / std::sqrt(0.25 * 64 / 15) / std::sqrt(2.0))));
    }
  }
  CHECK(of_node(found, f, "even").p > spatial_alpha);
  CHECK(places_of_node(found, f, "even").empty());
  CHECK(places_of_node(found, f, "b").size() == 16);
  CHECK(places_of_node(found, f, "b")[0].cluster == Cluster::none);
  CHECK(places_of_node(found, f, "b")[0].getis_cluster == Cluster::none);
  const SpatialPattern again = spatial_pattern(run, {}, neighbours, 1);
  CHECK(std::ranges::equal(found.local, again.local, {}, &LocalPattern::p, &LocalPattern::p));
}

TEST_CASE("a neighbour that is no peer does not count") {
  SmallFramework f = one_indicator();
  f.get().peers = {"kind", {}};
  IndicatorTable table = table_of({{1}, {2}, {3}, {9}});
  add_attribute(table.rows, "kind", {"town", "town", "town", "city"});
  const Run run = small_run(f, table);
  const SpatialPattern found = spatial_pattern(run, {}, {{{"p0", "p1"}, {"p2", "p3"}}});
  CHECK(found.groups == std::vector<std::string>{"city", "town"});
  CHECK(of_node(found, f, "x").group == 1);
  CHECK(of_node(found, f, "x").places == 3);
  CHECK(of_node(found, f, "x").islands == 1);
}

TEST_CASE("a pair of one place with itself is a fault of the program") {
  const Run run = small_run(one_indicator(), table_of({{1}, {2}, {3}}));
  CHECK_THROWS_AS(spatial_pattern(run, {}, {{{"p0", "p0"}}}), UsageError);
}
