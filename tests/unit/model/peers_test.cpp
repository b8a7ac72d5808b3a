#include "model/peers.h"

#include <catch2/catch.hpp>

#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// One category of one indicator; a district among its two streets and a township.
SmallFramework by_type() {
  SmallFramework framework;
  framework.category("a").indicator("a1");
  framework.get().attributes = {"place_type"};
  framework.get().peers = {"place_type", {}};
  return framework;
}

IndicatorTable with_types(std::initializer_list<std::vector<double>> rows,
                          std::vector<std::int32_t> types) {
  IndicatorTable table = table_of(rows);
  table.rows.attributes = {{"place_type", {"district", "street", "township"}, std::move(types)}};
  return table;
}

Scorecard card_of(const Framework& framework, const IndicatorTable& table,
                  const Method& method = {}) {
  return apply(fit_or_throw(framework, method, table), table, {});
}

constexpr int index_node = 0, leaf = 2;

}  // namespace

TEST_CASE("a district neither ranks among its streets nor sets their scale") {
  const Framework framework = by_type();
  const auto alone = card_of(framework, with_types({{2}, {6}, {4}}, {1, 1, 1}));
  const auto both = card_of(framework, with_types({{2}, {6}, {4}, {77}}, {1, 1, 1, 0}));
  for (int row = 0; row < 3; ++row) {
    CHECK(both.score(row, leaf) == alone.score(row, leaf));
    CHECK(both.rank(row, index_node) == alone.rank(row, index_node));
  }
  CHECK(both.score(1, leaf) == 100);
  CHECK((both.flags(3, leaf) & flag_unscored) != 0);  // one of its kind: nothing to compare with
  CHECK(both.ranked_with(0, index_node) == 3);
  CHECK(both.ranked_with(3, index_node) == 0);
}

TEST_CASE("who wants it compares all with all") {
  Method method;
  method.reference.group = "none";
  const auto card = card_of(by_type(), with_types({{2}, {6}, {10}}, {1, 1, 0}), method);
  CHECK(card.score(1, leaf) == 50);  // (6 - 2)/(10 - 2)
  CHECK(card.rank(2, index_node) == 1);
  CHECK(card.ranked_with(0, index_node) == 3);
}

TEST_CASE("values of an attribute may stand for one group of peers") {
  SmallFramework framework = by_type();
  framework.get().peers.groups = {{"street", "township"}};
  const auto card = card_of(framework, with_types({{2}, {6}, {10}, {1}}, {1, 1, 2, 0}));
  CHECK(card.score(1, leaf) == 50);  // (6 - 2)/(10 - 2)
  CHECK(card.rank(1, index_node) == 2);
  CHECK(card.ranked_with(1, index_node) == 3);
}

TEST_CASE("rows are ranked within the period and the peers, those of one number together") {
  CHECK(rank_within(std::vector<double>{3, 9, 5, none, 4}, std::vector<int>{0, 1, 0, 0, 1}) ==
        std::vector<int>{2, 1, 1, 0, 2});
}

TEST_CASE("capped scores are equal, and what they were without the cap orders them") {
  const std::vector<double> scores{60, 60, 80, 60, 60, 60, 10};
  const std::vector<double> uncapped{64, 71, none, none, 64, 90, none};
  const std::vector<int> one(7, 0);
  // Behind 80: the one whose 60 no cap made, then 90, 71, and twice 64.
  CHECK(rank_within(scores, one, Direction::higher, uncapped) ==
        std::vector<int>{5, 4, 1, 2, 5, 3, 7});
}

TEST_CASE("a model knows its peers again") {
  const auto framework = std::make_shared<Framework>(by_type().get());
  const IndicatorTable table = with_types({{2}, {6}, {1}, {3}}, {1, 1, 0, 0});
  const auto model = fit(framework, {}, table);
  REQUIRE(model);
  const auto again = parse_model(*to_yaml(*model), framework);
  REQUIRE(again);
  const IndicatorTable later = with_types({{4}, {2}, {9}}, {1, 0, 2});
  const Scorecard card = apply(*again, later, {});
  CHECK(card.score(0, leaf) == 50);        // among streets: (4 - 2)/(6 - 2)
  CHECK(card.score(1, leaf) == 50);        // among districts: (2 - 1)/(3 - 1)
  CHECK(std::isnan(card.score(2, leaf)));  // the model knows no township
  CHECK((card.flags(2, leaf) & flag_unscored) != 0);
}

TEST_CASE("what is missing is filled from peers") {
  const IndicatorTable table = with_types({{2}, {none}, {4}, {100}}, {1, 1, 1, 0});
  Method method;
  method.impute = {{"mean", {}}};
  CHECK(card_of(by_type(), table, method).value(1, 0) == 3);
  method.reference.group = "none";
  CHECK(card_of(by_type(), table, method).value(1, 0) == Approx(106 / 3.0));
}

TEST_CASE("a node without a score takes the mean of its peers") {
  SmallFramework framework = by_type();
  framework.get().indicators[0].score = Choice{"linear", {{"zero", {0.0}}, {"full", {100.0}}}};
  Method method;
  method.missing.fill = MissingRules::Fill{{"a"}, "mean", ""};
  const auto card =
      card_of(framework, with_types({{20}, {none}, {40}, {90}}, {1, 1, 1, 0}), method);
  CHECK(card.score(1, 1) == 30);
}
