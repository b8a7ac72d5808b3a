#include <catch2/catch.hpp>

#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;
using Catch::Detail::Approx;

namespace {

enum Columns { the_index, green, parks, trees, birds, noise, traffic };

Choice from_to(double zero, double full) {
  return {"linear", {{"zero", {zero}}, {"full", {full}}}};
}

/// Parks has a value function, 1 point a unit; the others are relative.
SmallFramework mixed() {
  SmallFramework framework;
  framework.category("green");
  framework.indicator("parks").score = from_to(0, 100);
  framework.indicator("trees", 3);
  framework.indicator("birds");
  framework.category("noise");
  framework.indicator("traffic");
  return framework;
}

/// Category a with a hard limit at 5, the lower the better.
SmallFramework with_limit(Choice score) {
  SmallFramework framework;
  framework.category("a");
  Indicator& limited = framework.indicator("limited");
  limited.binding = true;
  limited.standards.emplace_back().cap = 5;
  limited.score = std::move(score);
  return framework;
}

Method asking(double min_coverage) {
  Method method;
  method.missing.min_coverage = min_coverage;
  return method;
}

Scorecard card_by(const Framework& framework, const IndicatorTable& table, const Method& method) {
  return apply(fit_or_throw(framework, method, table), table, {});
}

std::vector<std::string> codes_in(const Scorecard& card) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : card.diagnostics) codes.push_back(one.code);
  return codes;
}

}  // namespace

TEST_CASE("one place in one year: what has nothing to compare with blocks nothing") {
  const auto card = card_by(mixed(), table_of({{40, 7, 8, 9}}), asking(0.6));
  CHECK(card.score(0, green) == 40);  // parks alone, though it is a fifth of the weight
  CHECK((card.flags(0, trees) & flag_unscored) != 0);
  CHECK((card.flags(0, parks) & flag_unscored) == 0);
  CHECK(std::isnan(card.score(0, noise)));
  CHECK((card.flags(0, noise) & flag_unscored) != 0);
  CHECK(card.score(0, the_index) == 40);  // one category of two, the other cannot be scored
  CHECK(card.scored(0, 1) == 1);
  CHECK(card.of(0, 1) == 3);
  CHECK(card.scored(0, 0) == 1);
  CHECK(card.of(0, 0) == 4);
  CHECK(codes_in(card) == std::vector<std::string>{"N510"});
  CHECK(card.diagnostics[0].count == 3);
  CHECK(card.diagnostics[0].message.in("en") ==
        "p0: nothing in the sample to compare 3 indicators with, unscored: trees, birds, traffic");
}

TEST_CASE("what is missing counts against the coverage, what is unscored does not") {
  // birds has no value: of parks and birds, which could be scored, a half of the weight is there.
  const IndicatorTable table = table_of({{40, 7, none, 9}});
  CHECK(std::isnan(card_by(mixed(), table, asking(0.6)).score(0, green)));
  CHECK(card_by(mixed(), table, asking(0.5)).score(0, green) == 40);
}

TEST_CASE("least numbers of indicators count those that are scored") {
  Method method;
  method.missing.min_indicators = 2;
  CHECK(std::isnan(card_by(mixed(), table_of({{40, 7, 8, 9}}), method).score(0, green)));
}

TEST_CASE("a constant indicator is unscored for all, and its siblings carry the category") {
  const auto card = card_by(mixed(), table_of({{40, 7, 1, 9}, {60, 7, 3, 8}}), asking(0.9));
  CHECK((card.flags(0, trees) & (flag_unscored | flag_constant)) ==
        (flag_unscored | flag_constant));
  CHECK(card.score(1, green) == Approx((60 + 100) / 2.0));
  CHECK(card.scored(1, 1) == 2);
}

TEST_CASE("a total of relative scores is told whether the card keeps its leaves or not") {
  SmallFramework framework = mixed();
  const IndicatorTable table = table_of({{40, 1, 2, 9}, {60, 3, 4, 7}});
  for (const Nodes nodes : {Nodes::all, Nodes::categories}) {
    Run run;
    run.framework = std::make_shared<Framework>(static_cast<const Framework&>(framework));
    run.table = table;
    run.model = fit_or_throw(framework, {}, table);
    run.card = apply(run.model, table, {.nodes = nodes});
    CHECK(run.relative_total(0, noise));        // traffic alone, by the sample
    CHECK_FALSE(run.relative_total(0, green));  // parks has a scale of its own
  }
}

TEST_CASE("many weights at once leave out what is unscored as apply does") {
  Method method = asking(0.6);
  const auto study =
      robustness(mixed(), method, table_of({{40, 7, 1, 9}, {60, 7, 3, 8}}), {.samples = 64});
  REQUIRE(study);
  CHECK(study->failed.empty());
  CHECK(study->by_row[1].score.nominal == Approx(((60 + 100) / 2.0 + 0) / 2));
}

TEST_CASE("the score without the cap of a breach is kept") {
  SmallFramework framework = with_limit(from_to(10, 0));
  framework.indicator("free").score = from_to(0, 100);
  const auto card = card_by(framework, table_of({{6, 100}, {4, 100}, {7, 100}}), {});
  // 6 is above 5: (40 + 100)/2 = 70, held at 60. 4: (60 + 100)/2 = 80. 7: (30 + 100)/2 = 65.
  CHECK(card.score(0, 1) == 60);
  CHECK(card.uncapped(0, 1) == 70);
  CHECK(card.score(1, 1) == 80);
  CHECK(std::isnan(card.uncapped(1, 1)));
  CHECK(card.uncapped(2, 1) == 65);
  CHECK(card.uncapped_of(0, 1) == 70);
  CHECK(std::isnan(card.uncapped_of(1, 1)));
  CHECK(std::isnan(card.uncapped_of(0, 2)));  // a leaf has no cap
  CHECK_THROWS_AS(card.uncapped_of(3, 1), UsageError);
  CHECK(card.rank(0, 1) == 2);  // equal at 60, 70 comes before 65
  CHECK(card.rank(2, 1) == 3);
}

TEST_CASE("without the cap means without any below") {
  SmallFramework framework = with_limit(from_to(100, 0));
  framework.category("b");
  framework.indicator("free").score = from_to(0, 100);
  const auto card = card_by(framework, table_of({{10, 80}}), {});
  // a: 90, held at 60. The index: (60 + 80)/2 = 70, held at 60; without caps (90 + 80)/2 = 85.
  CHECK(card.score(0, 0) == 60);
  CHECK(card.uncapped(0, 1) == 90);
  CHECK(card.uncapped(0, 0) == 85);
}

// a is held at 60, and so the index is 60 without a cap of its own: it would be 90 without a's.
TEST_CASE("a cap below is told above it too, and orders those that it made equal") {
  SmallFramework framework = with_limit(from_to(100, 0));
  IndicatorTable table = table_of({{10}, {20}, {40}});  // 90, 80, 60
  table.rows.places = {"p0", "p1", "p2"};
  table.rows.place = {0, 1, 2};
  table.rows.period = {year(2020), year(2020), year(2020)};
  const auto card = card_by(framework, table, {});
  CHECK(card.score(0, 0) == 60);
  CHECK(card.uncapped(0, 0) == 90);
  CHECK(card.uncapped(1, 0) == 80);
  CHECK(std::isnan(card.uncapped(2, 0)));  // in breach, and no better than the cap
  CHECK((card.flags(0, 0) & flag_capped) != 0);
  CHECK((card.flags(2, 0) & flag_capped) == 0);
  // Those that no cap lowered come first; then by what they were.
  CHECK(card.rank(2, 0) == 1);
  CHECK(card.rank(0, 0) == 2);
  CHECK(card.rank(1, 0) == 3);
}

TEST_CASE("without the cap is the same whatever the card keeps") {
  SmallFramework framework = with_limit(from_to(100, 0));
  framework.category("b");
  framework.indicator("free").score = from_to(0, 100);
  const IndicatorTable table = table_of({{10, 80}});
  const auto card = apply(fit_or_throw(framework, {}, table), table, {.nodes = Nodes::index});
  CHECK(card.uncapped(0, 0) == 85);  // as above: (90 + 80)/2
}

TEST_CASE("what has no weight, or stands in a category without a score, is not counted") {
  SmallFramework framework = mixed();
  framework.get().nodes[birds].weight = 0;
  for (Indicator& one : framework.get().indicators) one.score = from_to(0, 100);
  Method method;
  method.missing.min_indicators = 2;
  const auto card = card_by(framework, table_of({{40, 60, 8, 9}}), method);
  CHECK(card.scored(0, 1) == 2);  // parks and trees; birds weighs nothing
  CHECK(card.of(0, 1) == 2);
  CHECK(std::isnan(card.score(0, noise)));  // rests on one
  CHECK(card.scored(0, 0) == 2);            // traffic does not reach the index
  CHECK(card.of(0, 0) == 3);
}

TEST_CASE("a hard limit that was breached and is not measured any more is told") {
  SmallFramework framework = with_limit(from_to(10, 0));
  IndicatorTable table = table_of({{6}, {none}, {4}, {none}});
  table.rows.places = {"p0", "p1"};
  table.rows.place = {0, 0, 1, 1};
  table.rows.period = {year(2020), year(2021), year(2020), year(2021)};
  const auto card = card_by(framework, table, {});
  REQUIRE(codes_in(card) == std::vector<std::string>{"N513"});
  CHECK(card.diagnostics[0].count == 1);
  CHECK(card.diagnostics[0].message.in("en") ==
        "limited, a hard limit, was breached and has no plausible value now: p0 2021 (breached "
        "in 2020)");
}

TEST_CASE("an implausible value cures no breach, and is marked") {
  SmallFramework framework = with_limit(from_to(10, 0));
  IndicatorTable table = table_of({{6}, {-333}, {6}, {4}});
  table.rows.places = {"p0", "p1"};
  table.rows.place = {0, 0, 1, 1};
  table.rows.period = {year(2020), year(2021), year(2020), year(2021)};
  table.implausible.assign(4, 1, false);
  table.implausible(1, 0) = true;
  const auto card = card_by(framework, table, {});
  REQUIRE(codes_in(card) == std::vector<std::string>{"N513"});
  CHECK(card.diagnostics[0].count == 1);  // p1 is cured
  const int limited = card.column(2);
  CHECK(flags_to_string(card.flags(1, limited)) == "implausible");
  CHECK(card.flags(3, limited) == 0);
}
