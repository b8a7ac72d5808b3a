#include "tijian/balance.h"

#include <catch2/catch.hpp>

#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// Categories a and b of an indicator each, from 0 to 100.
SmallFramework two_categories(double weight_of_a = 1) {
  SmallFramework f;
  f.category("a", weight_of_a).indicator("x").score = straight(0, 100);
  f.category("b").indicator("y").score = straight(0, 100);
  return f;
}

const Inequality& of_node(const Balance& balance, const Framework& framework, const char* id,
                          int group = 0) {
  const int node = framework.find_node(id);
  const auto found = std::ranges::find_if(
      balance.nodes, [&](const Inequality& one) { return one.node == node && one.group == group; });
  REQUIRE(found != balance.nodes.end());
  return *found;
}

}  // namespace

// U = 1/4 and 1: C = 2 sqrt(1/4) / (5/4) = 0.8, T = 5/8, D = sqrt(0.5). Modified: C = sqrt((1 -
// 3/4) (1/4)) = 1/4, D = sqrt(5/32) = 0.395.
TEST_CASE("two categories are coupled by both forms") {
  const Run run = small_run(two_categories(), table_of({{25, 100}, {50, none}, {100, 100}}));
  const Balance found = balance(run, {});
  REQUIRE(found.rows.size() == 2);  // p1 has one category alone
  const Coordination& one = found.rows[0];
  CHECK(one.row == 0);
  CHECK(one.categories == 2);
  CHECK(one.coupling == Approx(0.8));
  CHECK(one.development == Approx(0.625));
  CHECK(one.coordination == Approx(std::sqrt(0.5)));
  CHECK(one.grade == 7);
  CHECK(coordination_title(one.grade).in("zh") == "中级协调");
  CHECK(one.coupling_modified == Approx(0.25));
  CHECK(one.coordination_modified == Approx(std::sqrt(5.0 / 32)));
  CHECK(one.grade_modified == 3);
  CHECK(found.rows[1].row == 2);
  CHECK(found.rows[1].coordination == 1);
  CHECK(found.rows[1].grade == 9);
}

// T = (3/4 + 1)/4.
TEST_CASE("the framework's weights count in development") {
  const Run run = small_run(two_categories(3), table_of({{25, 100}, {50, 50}}));
  CHECK(balance(run, {}).rows[0].development == Approx(1.75 / 4));
  Framework unweighed = two_categories();
  unweighed.nodes[1].weight = unweighed.nodes[3].weight = 0;
  Run none_weighs = small_run(two_categories(), table_of({{25, 100}, {50, 50}}));
  none_weighs.framework = none_weighs.model.framework = none_weighs.card.framework =
      std::make_shared<Framework>(unweighed);
  CHECK(balance(none_weighs, {}).rows[0].why == Undefined::no_weight);
}

TEST_CASE("a category where less is better counts as its parent sees it") {
  Framework f = two_categories();
  f.nodes[1].direction = Direction::lower;
  const Run run = small_run(f, table_of({{75, 100}, {50, 50}}));
  CHECK(balance(run, {}).rows[0].development == Approx(0.625));  // 1/4 and 1
}

TEST_CASE("scores without ends have no coordination, and it is said why") {
  SmallFramework f;
  f.category("a").indicator("x");
  f.category("b").indicator("y");
  f.get().method.normalise = {"z_score", {}};
  const Run run = small_run(f, table_of({{1, 2}, {3, 5}, {4, 9}}));
  const Balance found = balance(run, {});
  REQUIRE(found.rows.size() == 3);
  CHECK(std::isnan(found.rows[0].coordination));
  CHECK(found.rows[0].why == Undefined::endless_scale);
  CHECK(found.rows[0].grade == -1);
}

// 1, 2, 3: Gini (-2 + 0 + 2 * 3)/(3 * 6) = 2/9; standard deviation 1 over mean 2; Theil
// (0.5 ln 0.5 + 1.5 ln 1.5)/3. Of zones (1, 2) and (3), each half of the sum: between them
// 0.5 ln(1.5/2) + 0.5 ln(3/2).
TEST_CASE("inequality of three places, and the part of it between zones") {
  Framework f = two_categories();
  f.attributes = {PlaceAttribute("zone"), PlaceAttribute("note"), PlaceAttribute("parent")};
  f.attributes[0].values = {{"south"}, {"north"}};
  IndicatorTable table = table_of({{1, 0}, {2, 0}, {3, 0}});
  add_attribute(table.rows, "zone", {"south", "south", "north"});
  add_attribute(table.rows, "note", {"s", "t", "u"});
  add_attribute(table.rows, "parent", {"city", "city", ""});
  const Run run = small_run(f, table);
  const Inequality one = of_node(balance(run, {}), f, "x");
  CHECK(one.places == 3);
  CHECK(one.gini == Approx(2.0 / 9));
  CHECK(one.variation == Approx(0.5));
  const double theil = (0.5 * std::log(0.5) + 1.5 * std::log(1.5)) / 3;
  CHECK(one.theil == Approx(theil));
  REQUIRE(one.between.size() == 1);  // any text may be a note; one parent parts nobody
  CHECK(one.between[0].attribute == "zone");
  CHECK(one.between[0].places == 3);
  CHECK(one.between[0].share == Approx((0.5 * std::log(0.75) + 0.5 * std::log(1.5)) / theil));
  const Inequality zeros = of_node(balance(run, {}), f, "y");
  CHECK(std::isnan(zeros.gini));
  CHECK(zeros.why == Undefined::mean_not_positive);
  CHECK(zeros.why_variation == Undefined::mean_not_positive);
  CHECK(zeros.between[0].why == Undefined::mean_not_positive);
}

TEST_CASE("negative values have no Gini, and values all alike no part between groups") {
  Framework f = two_categories();
  f.attributes = {PlaceAttribute("zone")};
  f.attributes[0].values = {{"south"}, {"north"}};
  IndicatorTable table = table_of({{-1, 5}, {2, 5}, {3, 5}});
  add_attribute(table.rows, "zone", {"south", "south", "north"});
  const Run run = small_run(f, table);
  const Inequality mixed = of_node(balance(run, {}), f, "x");
  CHECK(std::isnan(mixed.gini));
  CHECK(mixed.why == Undefined::negative_values);
  CHECK(mixed.why_variation == Undefined::no);
  CHECK(mixed.variation == Approx(std::sqrt(13.0 / 3) / (4.0 / 3)));  // -7/3, 2/3, 5/3 from 4/3
  const Inequality alike = of_node(balance(run, {}), f, "y");
  CHECK(alike.gini == 0);
  CHECK(alike.theil == 0);
  CHECK(std::isnan(alike.between[0].share));
  CHECK(alike.between[0].why == Undefined::all_alike);
}

TEST_CASE("inequality is among peers, and their own attribute is no part of it") {
  Framework f = two_categories();
  f.peers = {"kind", {}};
  f.attributes = {PlaceAttribute("kind")};
  f.attributes[0].values = {{"town"}, {"city"}};
  IndicatorTable table = table_of({{1, 1}, {3, 1}, {40, 1}, {60, 1}, {7, none}});
  add_attribute(table.rows, "kind", {"town", "town", "city", "city", "lake"});
  const Run run = small_run(f, table);
  const Balance found = balance(run, {});
  CHECK(found.groups == std::vector<std::string>{"city", "lake", "town"});
  CHECK(of_node(found, f, "x", 0).gini == Approx(20.0 / 200));  // (60 - 40)/(2 * 100)
  CHECK(of_node(found, f, "x", 2).gini == Approx(2.0 / 8));
  CHECK(of_node(found, f, "x", 2).between.empty());
  CHECK(std::ranges::none_of(found.nodes, [](const Inequality& one) { return one.group == 1; }));
}

TEST_CASE("balance needs a card of all nodes") {
  Run run = small_run(two_categories(), table_of({{25, 100}, {50, 50}}));
  CHECK(balance(run, year(1999)).rows.empty());
  run.card = apply(run.model, run.table, {.nodes = Nodes::categories});
  CHECK_THROWS_AS(balance(run, {}), UsageError);
  CHECK_THROWS_AS(coordination_title(10), UsageError);
  CHECK_THROWS_AS(coordination_title(-1), UsageError);
}
