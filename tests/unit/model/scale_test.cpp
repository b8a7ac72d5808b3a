// What is known of the scores that a node may have: its ends, which caps need, and its middle,
// which mirrors need.
#include <catch2/catch.hpp>

#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

Scorecard scored(const Framework& framework, const IndicatorTable& table, const Method& method) {
  return apply(fit_or_throw(framework, method, table), table);
}

}  // namespace

TEST_CASE(
    "a breach caps at six tenths of the way, whatever the scale, and not where it has no ends") {
  SmallFramework framework;
  framework.category("c");
  Indicator& limited = framework.indicator("limited");
  limited.binding = true;
  limited.standards = {Standard{{}, 5, {}, {}}};  // more is better for the score, 5 is the most
  const IndicatorTable table = table_of({{0}, {6}, {10}});
  Method method;
  const auto range = [](double low, double high) {
    return ValueMap{{"range", {ValueList{{low}, {high}}}}};
  };
  method.normalise = {"min_max", range(0, 1)};
  CHECK(scored(framework, table, method).score(2, 0) == 0.6);
  method.normalise = {"min_max", range(1, 100)};
  CHECK(scored(framework, table, method).score(2, 0) == Approx(60.4));  // 1 + 0.6 x 99
  CHECK(scored(framework, table, method).score(2, 2) == 100);           // the leaf itself is not
  method.normalise = {"z_score", {}};
  const auto fitted = fit(framework, method, table);
  REQUIRE(fitted.diagnostics.size() == 2);
  CHECK(fitted.diagnostics[0].code == "M679");
  CHECK(apply(*fitted, table).score(2, 0) > 0.6);
  // Less is better: a breach holds the score from below, here at 100 - 60.
  framework.get().nodes[1].direction = Direction::lower;
  limited.standards = {Standard{7, {}, {}, {}}};
  const auto lower = scored(framework, table, {});
  CHECK(lower.score(0, 1) == 40);
  CHECK(lower.score(0, 0) == 60);  // as its parent sees it, and capped there as well
  CHECK(lower.score(2, 1) == 100);
  CHECK(lower.score(2, 0) == 0);
}

TEST_CASE("a category counts the other way round only on a scale that has a middle") {
  SmallFramework framework;
  framework.category("less");
  framework.indicator("a");
  framework.category("more");
  framework.indicator("b");
  framework.get().nodes[1].direction = Direction::lower;
  const IndicatorTable table = table_of({{1, 0}, {2, 1}, {3, 3}});
  Method method;
  method.normalise = {"z_score", {{"mean", {50.0}}}};
  const auto card = scored(framework, table, method);
  CHECK(card.score(0, 0) == Approx((100 - card.score(0, 1) + card.score(0, 3)) / 2));
  method.normalise = {"rank", {}};
  const auto refused = fit(framework, method, table);
  CHECK_FALSE(refused);
  REQUIRE(refused.diagnostics.size() == 1);
  CHECK(refused.diagnostics[0].code == "M678");
}
