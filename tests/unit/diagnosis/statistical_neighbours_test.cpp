#include "tijian/statistical_neighbours.h"

#include <catch2/catch.hpp>

#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

Framework in_context(std::vector<std::string> context) {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100);
  f.indicator("y").score = straight(0, 100);
  f.get().diagnosis.context = std::move(context);
  return f;
}

const StatisticalNeighbour& pair_of(const StatisticalNeighbours& found, Index row, int order) {
  const auto pair = std::ranges::find_if(found.pairs, [&](const StatisticalNeighbour& one) {
    return one.row == row && one.order == order;
  });
  REQUIRE(pair != found.pairs.end());
  return *pair;
}

}  // namespace

// x = 0, 2, 4: standard deviation 2. y = 0, 30, 0: mean 10, squares 100 + 400 + 100, standard
// deviation sqrt(300). So p0 and p2 are 2 apart in x; p1 is 1 off in x and 30/sqrt(300) = sqrt(3)
// in y of both: sqrt(1 + 3) = 2.
TEST_CASE("neighbours by distance, with the features that part them") {
  const Run run = small_run(in_context({"x", "y"}), table_of({{0, 0}, {2, 30}, {4, 0}}));
  const StatisticalNeighbours found = statistical_neighbours(run, {});
  CHECK(found.diagnostics.empty());
  REQUIRE(found.pairs.size() == 6);
  const StatisticalNeighbour& first = pair_of(found, 0, 1);
  CHECK(first.neighbour == 1);  // as far as p2, and named before it
  CHECK(first.distance == Approx(2));
  CHECK(first.features[0].context == 1);
  CHECK(first.features[0].difference == Approx(std::sqrt(3)));
  CHECK(first.features[1].context == 0);
  CHECK(first.features[1].difference == Approx(1));
  CHECK(first.features[2].context == -1);
  const StatisticalNeighbour& last = pair_of(found, 2, 2);
  CHECK(last.neighbour == (pair_of(found, 2, 1).neighbour == 0 ? 1 : 0));
  const StatisticalNeighbour& apart = pair_of(found, 0, 2);
  CHECK(apart.distance == Approx(2));
  CHECK(apart.features[0].context == 0);
  CHECK(apart.features[0].difference == Approx(2));
  CHECK(apart.features[1].context == -1);  // y is the same
}

TEST_CASE("a place has five neighbours at most") {
  const Run run = small_run(in_context({"x"}),
                            table_of({{0, 0}, {1, 0}, {3, 0}, {6, 0}, {10, 0}, {15, 0}, {21, 0}}));
  const StatisticalNeighbours found = statistical_neighbours(run, {});
  CHECK(found.pairs.size() == 7 * 5);
  CHECK(pair_of(found, 3, 1).neighbour == 2);  // 3 and 10 are 3 and 4 away
  CHECK(pair_of(found, 3, 2).neighbour == 4);
  CHECK(pair_of(found, 0, 5).neighbour == 5);
}

TEST_CASE("a variable of the context is taken from what evaluate keeps") {
  Framework f = in_context({"people"});
  f.variables.push_back({"people", "people", "1", {}, {}, {}});
  IndicatorTable table = table_of({{1, 1}, {2, 2}, {3, 3}});
  table.variables["people"] = {10, 30, 20};
  const StatisticalNeighbours found = statistical_neighbours(small_run(f, table), {});
  CHECK(pair_of(found, 0, 1).neighbour == 2);
  CHECK(pair_of(found, 0, 1).distance == Approx(1));  // standard deviation 10
  CHECK(pair_of(found, 1, 1).features[0].difference == Approx(-1));
}

TEST_CASE("places that lack a feature and features that part nobody are told") {
  const StatisticalNeighbours found = statistical_neighbours(
      small_run(in_context({"x", "y"}), table_of({{1, 7}, {none, 7}, {3, 7}, {4, 7}})), {});
  REQUIRE(found.diagnostics.size() == 2);
  CHECK(found.diagnostics[0].code == "N581");
  CHECK(found.diagnostics[0].message.in("en").find("y of the context") == 0);
  CHECK(found.diagnostics[1].code == "N580");
  CHECK(found.diagnostics[1].message.in("en").ends_with(": p1"));
  CHECK(found.pairs.size() == 6);
  CHECK(std::ranges::none_of(found.pairs, [](const StatisticalNeighbour& one) {
    return one.row == 1 || one.neighbour == 1;
  }));
}

TEST_CASE("nobody has the only feature, or there is no context: no neighbours") {
  const IndicatorTable table = table_of({{1, none}, {2, none}, {3, none}});
  const StatisticalNeighbours none_has =
      statistical_neighbours(small_run(in_context({"y"}), table), {});
  CHECK(none_has.pairs.empty());
  REQUIRE(none_has.diagnostics.size() == 1);
  CHECK(none_has.diagnostics[0].code == "N581");
  const StatisticalNeighbours unasked =
      statistical_neighbours(small_run(in_context({}), table), {});
  CHECK(unasked.pairs.empty());
  CHECK(unasked.diagnostics.empty());
}

TEST_CASE("statistical neighbours are peers") {
  Framework f = in_context({"x"});
  f.peers = {"kind", {}};
  IndicatorTable table = table_of({{1, 0}, {2, 0}, {3, 0}, {9, 0}, {5, 0}});
  add_attribute(table.rows, "kind", {"town", "city", "town", "city", "lake"});
  const StatisticalNeighbours found = statistical_neighbours(small_run(f, table), {});
  CHECK(found.pairs.size() == 4);
  CHECK(pair_of(found, 0, 1).neighbour == 2);
  CHECK(pair_of(found, 3, 1).neighbour == 1);
  CHECK(found.diagnostics.empty());  // who is alone lacks nothing
}
