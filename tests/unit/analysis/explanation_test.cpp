#include "tijian/explanation.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

struct At {
  enum : int { index, scale, population, land, air, pm25, park };
};

/// The town's places, scored by the sample.
Run town_by_sample() {
  Run town = score_places();
  town.model.method.normalise_all = true;
  town.model = value_or_throw(fit(town.framework, town.model.method, town.table));
  town.card = apply(town.model, town.table);
  return town;
}

}  // namespace

TEST_CASE("contributions add up to the score, and a cap is told apart from the sum") {
  // 100 (1 - 11.5/33.34) = 65.5069 and 80, half and half: 72.7534; the breach caps it at 60.
  const Explanation e = explain(score_town(1), 0, At::scale);
  REQUIRE(e.children.size() == 2);
  CHECK(e.children[0].weight == Approx(0.5));
  CHECK(e.children[0].contribution == Approx(32.75344931));
  CHECK(e.children[1].contribution == Approx(40));
  CHECK(e.worked_out == Approx(72.75344931));
  CHECK(e.score == 60);
  CHECK(e.adjusted == Adjustment::capped);
  CHECK(e.absence == Absence::none);
}

TEST_CASE("weights are re-normalised over the children that have a score") {
  const Explanation e = explain(score_town(1), 0, At::air);
  CHECK(e.children[0].weight == 1);
  CHECK(e.children[0].contribution == 100);
  CHECK(e.children[1].weight == 0);
  CHECK(e.share == 0.5);
  CHECK(e.share_asked == 0.6);
  CHECK(std::isnan(e.score));
}

TEST_CASE("an explanation says how a value became a score, in numbers") {
  const Run town = score_town(1);
  const Explanation people = explain(town, 0, At::population);
  const auto* by = std::get_if<ByDistance>(&people.how);  // 344.9 over the cap of 333.4
  REQUIRE(by);
  CHECK(by->limit == 333.4);
  CHECK(by->tolerance == 33.34);
  CHECK(by->above);
  CHECK(people.worked_out == Approx(65.50689862));
  CHECK(people.judgement.verdict == Verdict::breach);
  CHECK(people.judgement.limit_year == 2035);
  REQUIRE(people.inputs.size() == 1);
  CHECK(people.inputs[0].value == 344.9);
  CHECK(town.data.sources[people.inputs[0].source].text == "年鉴");

  const Explanation dust = explain(town, 0, At::pm25);  // 100 (34 - 75) / (35 - 75) = 102.5
  const auto* line = std::get_if<ByLine>(&dust.how);
  REQUIRE(line);
  CHECK(line->from == 75);
  CHECK(line->to == 35);
  CHECK(dust.worked_out == Approx(102.5));
  CHECK(dust.score == 100);
  CHECK(dust.adjusted == Adjustment::held);
  CHECK(dust.uncited_score);
  CHECK_FALSE(dust.uncited_value);
}

TEST_CASE("the sample's scale has ends, and what it cannot tell apart has no score") {
  Run town = town_by_sample();
  // 344.9 and 300 of two places, the lower the better.
  const Explanation people = explain(town, 0, At::population);
  REQUIRE(people.ends);
  CHECK((*people.ends)[0].value == Approx(344.9));
  CHECK((*people.ends)[1].value == Approx(300));
  CHECK((*people.ends)[1].score == 100);
  CHECK(people.relative);
  // Land is 80 in both places that have a value.
  CHECK(explain(town, 0, At::land).absence == Absence::constant);
  CHECK(explain(town, 2, At::population).absence == Absence::no_value);
  // A place of a group that was not in the reference has no scale.
  town.model.strata.front().group = "township";
  town.card = apply(town.model, town.table);
  CHECK(explain(town, 0, At::population).absence == Absence::no_scale);
}

TEST_CASE("a category says why it has no score") {
  Run town = score_town(1);
  CHECK(explain(town, 0, At::air).absence == Absence::below_coverage);
  CHECK(explain(town, 0, At::park).absence == Absence::no_value);
  town.table.values.array().row(0).setConstant(missing);
  town.card = apply(town.model, town.table);
  CHECK(explain(town, 0, At::index).absence == Absence::below_coverage);
  town.model.method.missing.min_coverage = 0;
  town.card = apply(town.model, town.table);
  CHECK(explain(town, 0, At::index).absence == Absence::nothing_below);
  town.table.applicable.assign(1, 4, true);
  town.table.applicable(0, 2) = town.table.applicable(0, 3) = false;
  town.card = apply(town.model, town.table);
  CHECK(explain(town, 0, At::air).absence == Absence::not_applicable);
  CHECK(explain(town, 0, At::air).children[0].judgement.verdict == Verdict::not_applicable);
}

TEST_CASE("a mean of its own, and what it cannot take") {
  Run town = score_places();
  town.model.method.aggregate = {{.mean = {"geometric", {}}}};
  town.card = apply(town.model, town.table);
  // sqrt(100 x 80) of 新城.
  const Explanation e = explain(town, 1, At::scale);
  CHECK_FALSE(e.adds_up);
  CHECK(e.worked_out == Approx(89.4427191));
  CHECK(std::isnan(e.children[0].contribution));
  CHECK(e.children[0].weight == 0.5);
}

TEST_CASE("a card that keeps less is scored again for its explanations") {
  Run town = score_town(2);
  const Explanation all = explain(town, 0, At::index);
  for (const ApplyOptions& kept : {ApplyOptions{Nodes::index}, ApplyOptions{Nodes::categories},
                                   ApplyOptions{Nodes::all, false}}) {
    town.card = apply(town.model, town.table, kept);
    const Explanation e = explain(town, 0, At::index);
    CHECK(e.absence == all.absence);
    CHECK(e.children[0].flags == all.children[0].flags);
    CHECK(e.children[0].children[0].value == all.children[0].children[0].value);
    CHECK(e.children[0].children[0].judgement.verdict == Verdict::breach);
  }
}

TEST_CASE("a place, a period and a node are found by name, or refused with what is near") {
  const Run town = score_town(2);
  CHECK(explain(town, "老城")->row == 0);
  CHECK(explain(town, "老城", "2020")->row == 1);
  CHECK(explain(town, "老城", "2020年", "环境")->node == At::air);
  CHECK(explain(town, "老城", "", "scale")->node == At::scale);
  const auto code = [](const Loaded<Explanation>& refused) {
    REQUIRE_FALSE(refused.value);
    return refused.diagnostics.at(0).code;
  };
  CHECK(code(explain(town, "新城")) == "B490");
  CHECK(code(explain(town, "老城", "1999")) == "B491");
  CHECK(code(explain(town, "老城", "soon")) == "B491");
  CHECK(code(explain(town, "老城", "", "scales")) == "B492");
  CHECK(explain(town, "老城", "", "scales").diagnostics[0].hint.in("en") ==
        "did you mean 'scale'?");
}

TEST_CASE("rows are found by place and period, leaves by indicator") {
  const Run town = score_town(2);
  CHECK(town.card.rows.find("老城", {2020, Period::Part::year, 0}) == 1);
  CHECK(town.card.rows.find("老城", {2019, Period::Part::year, 0}) == -1);
  CHECK(town.card.rows.find("新城", {2020, Period::Part::year, 0}) == -1);
  CHECK(town.framework->node_of(0) == At::population);
  CHECK(town.framework->node_of(3) == At::park);
}

TEST_CASE("an imputed value is nobody's measurement, and what does not apply is not judged") {
  Run town = score_places();
  town.model.method.impute = {{"mean", {}}};
  town.model = value_or_throw(fit(town.framework, town.model.method, town.table));
  town.table.applicable.assign(3, 4, true);
  town.table.applicable(1, 0) = false;
  town.card = apply(town.model, town.table);
  // 老城 passes its limit; 山村 takes the mean of two places.
  CHECK(town.card.judgement(0, 0).verdict == Verdict::breach);
  CHECK(town.card.judgement(0, 0).limit == 333.4);
  CHECK(town.card.judgement(1, 0).verdict == Verdict::not_applicable);
  CHECK(town.card.judgement(2, 0).verdict == Verdict::unknown);
  CHECK(std::isnan(town.card.judgement(2, 0).limit));
  CHECK(explain(town, 2, At::population).judgement.verdict == Verdict::unknown);
}

TEST_CASE("sums and products show the weights that they count with") {
  Run town = score_places();
  const auto scored = [&](const char* mean, int row, int node) {
    town.model.method.aggregate = {{.mean = {mean, {}}}, {}};
    town.model.method.missing = {};
    town.card = apply(town.model, town.table);
    return explain(town, row, node);
  };
  const Explanation sum = scored("sum", 1, At::scale);  // 100 and 80
  CHECK(sum.adds_up);
  CHECK(sum.children[0].weight == 1);
  CHECK(sum.children[0].contribution == 100);
  CHECK(sum.worked_out == 180);
  CHECK(sum.score == 180);
  const Explanation product = scored("product", 1, At::scale);
  CHECK_FALSE(product.adds_up);
  CHECK(product.children[1].weight == 1);  // 100^1 x 80^1
  CHECK(product.worked_out == Approx(8000));
  CHECK(product.adjusted == Adjustment::none);

  town = score_town(1);  // of the two below, the one without a value counts as the other: 100
  const Explanation air = scored("sum", 0, At::air);
  CHECK(air.children[0].weight == 2);
  CHECK(air.children[0].contribution == 200);
  CHECK(air.score == 200);
}

TEST_CASE("an explanation has the parameters of a mean, the defaults too") {
  Run town = score_places();
  town.model.method.aggregate = {{.mean = {"owa", {}}}};
  town.card = apply(town.model, town.table);
  const Explanation e = explain(town, 1, At::scale);
  CHECK(e.parameters.at("orness").number() != nullptr);
  CHECK(*e.parameters.at("orness").number() == 0.5);
}
