#include <catch2/catch.hpp>

#include "model/scoring_plan.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// index <- a <- a1, a2; index <- b <- b1
SmallFramework planned_tree() {
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1");
  framework.indicator("a2");
  framework.category("b");
  framework.indicator("b1");
  return framework;
}

enum Planned { of_index, of_a, of_a1, of_a2, of_b, of_b1 };

model::ScoringPlan plan_of(const Framework& framework, const Method& method) {
  return model::plan_scoring(framework, method, builtin_methods());
}

}  // namespace

TEST_CASE("what fit tells of a plan, preview tells without data") {
  const IndicatorTable table = table_of({{1, 2, 3}, {2, 1, 4}});
  const auto both = [&](const Framework& framework, const Method& method) {
    std::string told, fitted;
    for (const Diagnostic& d : preview(method, framework).diagnostics) told += to_string(d);
    for (const Diagnostic& d : fit(framework, method, table).diagnostics) fitted += to_string(d);
    CHECK(told == fitted);
    return told.substr(0, told.find(']'));
  };
  SmallFramework framework = planned_tree();
  CHECK(both(framework, {}).empty());
  Method method;
  method.aggregate[0].normalise = {"distance_to_target", {}};
  CHECK(both(framework, method) == "error[M655");
  method = {};
  method.normalise = {"goalposts", {{"around", {std::string("place")}}}};
  CHECK(both(framework, method) == "error[M650");
  // Where the data decide, nothing is said before: no target is out of a made-up sample's reach.
  for (Indicator& indicator : framework.get().indicators) {
    indicator.plan.emplace();
    indicator.plan->target.emplace().value = 70;
  }
  method.normalise = {"distance_to_target", {{"cap", {false}}}};
  CHECK(both(framework, method).empty());
  method = {};
  method.normalise = {"rank", {}};
  framework.get().nodes[of_a].direction = Direction::lower;
  CHECK(both(framework, method) == "error[M678");
}

TEST_CASE("a normaliser that refuses some data is not refused before there are data") {
  MethodTable table = builtin_methods();
  Normaliser own;
  own.name = "from_ten";
  own.fit = [](const Column& column, const Choice&) {
    Scale scale;
    if (column.summary.min < 10) scale.factor = none;
    return scale;
  };
  table.add(own);
  Method method;
  method.normalise = {"from_ten", {}};
  CHECK(preview(method, planned_tree(), table).diagnostics.empty());
}

TEST_CASE("a category has the mean that names it, else that of its height, all parameters in") {
  Method method;
  method.aggregate = {{.mean = {"minimum", {}}, .nodes = {"b"}}, {}, {.mean = {"owa", {}}}};
  const auto planned = plan_of(planned_tree(), method);
  CHECK(planned.nodes[of_a].mean->name == "arithmetic");
  CHECK(planned.nodes[of_b].mean->name == "minimum");
  CHECK(planned.nodes[of_index].mean->name == "owa");
  CHECK(planned.nodes[of_index].mean.choice.find("orness"));
  CHECK_FALSE(planned.nodes[of_a1].mean);
}

TEST_CASE("a node is bound by all that is below, rounded as what it is, filled where named") {
  SmallFramework framework = planned_tree();
  framework.get().indicators[1].binding = framework.get().indicators[2].binding = true;
  Method method;
  method.round = {4, 2, 1};
  method.missing.fill = MissingRules::Fill{{"b"}, "mean", ""};
  const auto planned = plan_of(framework, method);
  CHECK(planned.nodes[of_a].binding == std::vector<int>{1});
  CHECK(planned.nodes[of_b].binding == std::vector<int>{2});
  CHECK(planned.nodes[of_index].binding == std::vector<int>{1, 2});
  CHECK(planned.nodes[of_a1].decimals == 4);
  CHECK(planned.nodes[of_a].decimals == 2);
  CHECK(planned.nodes[of_index].decimals == 1);
  CHECK(planned.nodes[of_b].filled);
  CHECK_FALSE(planned.nodes[of_a].filled);
}

TEST_CASE("rows are scored together where they are compared, and only there") {
  Method method;
  CHECK_FALSE(plan_of(planned_tree(), method).whole_table);
  method.aggregate = {{}, {.mean = {"copeland", {}}}};
  CHECK(plan_of(planned_tree(), method).whole_table);
  method.aggregate = {{.normalise = Choice{"z_score", {}}}, {}};
  CHECK(plan_of(planned_tree(), method).whole_table);
  method.aggregate = {{}};
  method.missing.fill = MissingRules::Fill{{"b"}, "mean", ""};
  CHECK(plan_of(planned_tree(), method).whole_table);
}

TEST_CASE("what does nothing is not in the plan") {
  Method method;
  auto planned = plan_of(planned_tree(), method);
  CHECK(planned.impute.empty());
  CHECK_FALSE(planned.treat);
  method.impute = {{"sibling_mean", {}}};  // of scores, not of values
  planned = plan_of(planned_tree(), method);
  CHECK(planned.sibling_mean);
  CHECK(planned.impute.empty());
  method.impute = {{"median", {}}};
  method.treat = {"winsorise", {}};
  planned = plan_of(planned_tree(), method);
  CHECK(planned.impute.at(0)->name == "median");
  CHECK(planned.treat->name == "winsorise");
}
