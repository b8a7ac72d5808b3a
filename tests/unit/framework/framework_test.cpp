#include <algorithm>
#include <catch2/catch.hpp>

#include "formula/formula.h"
#include "framework_folder.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const char* const nested = R"(tijian: 1
framework: city
version: 2022.10
title: {zh: 体检, en: Check}
attributes: [place_type]
variables:
  - {id: area, title: 面积, unit: 公顷}
  - {id: people, title: 人口, unit: 万人, keeper: 统计局}
indicators:
  - {id: top, title: Top, unit: "%"}
categories:
  - id: a
    title: A
    weight: 2
    categories:
      - id: b
        title: B
        indicators:
          - {id: green, title: Green, unit: 平方米/人, formula: area / people, weight: 0.5}
    indicators:
      - {id: people, title: People, unit: 人, direction: lower}
  - id: last
    title: L
    grades: [{at_least: 80, id: good, title: Good}, {at_least: 60, id: fair, title: Fair}]
    indicators:
      - {id: area, title: Area, unit: 平方公里}
)";

Framework city() {
  const FrameworkFolder folder;
  return load_framework_or_throw(folder.with("framework.yaml", nested).path());
}

std::vector<std::string> ids(const auto& things) {
  std::vector<std::string> ids;
  for (const auto& thing : things) ids.push_back(thing.id);
  return ids;
}

}  // namespace

TEST_CASE("short titles stand beside the titles") {
  const FrameworkFolder folder;
  const Framework f = load_framework_or_throw(
      folder
          .with(
              "framework.yaml",
              "tijian: 1\nframework: f\ntitle: F\nshort: Whole\ncategories:\n  - id: c\n    title: "
              "C\n    indicators:\n      - {id: i, title: Indicator, short: {zh: 指标, en: Ind}, "
              "unit: "
              "\"1\"}\n      - {id: j, title: Other, unit: \"1\"}\n")
          .path());
  CHECK(f.nodes[f.find_node("f")].short_title.in("en") == "Whole");
  CHECK(f.nodes[f.find_node("i")].short_title.in("zh") == "指标");
  CHECK(f.nodes[f.find_node("j")].short_title.empty());
}

TEST_CASE("a value function takes the numbers that it leaves out from plan and standard") {
  const auto numbers = [](const std::string& keys) {
    const FrameworkFolder folder;
    folder.with("framework.yaml",
                one_category("\n      - {id: i, title: I, unit: \"1\", " + keys + "}\n"));
    return *load_framework_or_throw(folder.path()).indicators[0].score;
  };
  const std::string plan = ", plan: {target: {year: 2035, value: 20}}";
  CHECK(numbers("score: {shape: linear, zero: 0}" + plan).number("full") == 20);
  const Choice pass = numbers("score: efficacy, standard: {floor: 8}" + plan);
  CHECK(pass.number("pass") == 8);
  CHECK(pass.number("full") == 20);
  const Choice cap =
      numbers("direction: lower, score: {shape: cap, tolerance: 10%}, standard: {cap: 50}" + plan);
  CHECK(cap.number("limit") == 50);
  CHECK(cap.number("tolerance") == 5);  // of the limit, once that is known
  CHECK(numbers("score: {shape: floor, tolerance: 1}" + plan).number("limit") == 20);
  CHECK(numbers("direction: lower, score: {shape: efficacy, full: 1}, standard: [{cap: 35, until: "
                "2025}, {cap: 30, from: 2026}]")
            .number("pass") == 30);
}

TEST_CASE("a number that plan or standard have otherwise is told with both places") {
  const std::string standard = ", standard: {floor: 8}", plan = ", plan: {target: {value: 20}}";
  CHECK(indicator_faults("score: {shape: floor, limit: 9, tolerance: 1}" + standard) ==
        "F242@8:67 c.i.score");
  CHECK(indicator_faults("score: {shape: floor, limit: 8, tolerance: 1}" + standard) == "");
  CHECK(indicator_faults("score: {shape: linear, zero: 0, full: 19}" + plan) ==
        "F242@8:76 c.i.score");
  // Of several editions, any will do.
  CHECK(indicator_faults("direction: lower, score: {shape: efficacy, pass: 35, full: 15}, "
                         "standard: [{cap: 35, until: 2025}, {cap: 30, from: 2026}]") == "");
}

TEST_CASE("plan, standard and the points of a curve go together") {
  const std::string curve = "score: {shape: piecewise, points: [[0, 0], [8, 60], [17, 100]]}";
  const std::string plan = ", plan: {target: {value: 17}}", standard = ", standard: {floor: 8}";
  CHECK(indicator_faults(curve + plan + standard) == "");
  CHECK(indicator_faults(curve + ", plan: {target: {value: 18}}" + standard) ==
        "F261@8:72 c.i.score");
  CHECK(indicator_faults(curve + plan + ", standard: {floor: 9}") == "F261@8:72 c.i.score");
  CHECK(indicator_faults(curve + plan +
                         ", standard: [{floor: 8, until: 2025}, {floor: 9, from: "
                         "2026}]") == "");
}

TEST_CASE("a target that the standard refuses is told") {
  CHECK(indicator_faults("direction: lower, standard: {cap: 0}, plan: {target: {value: 1}}") ==
        "F262@8:82 c.i.plan");
  CHECK(indicator_faults("direction: lower, standard: {cap: 1}, plan: {target: {value: 1}}") == "");
  CHECK(indicator_faults("standard: {floor: 5}, plan: {target: {value: 4}}") ==
        "F262@8:66 c.i.plan");
  CHECK(indicator_faults("standard: {floor: 5, until: 2024}, "
                         "plan: {target: {year: 2030, value: 4}}") == "");
}

TEST_CASE("nodes stand in the order of the tree, indicators in that of its leaves") {
  const Framework f = city();
  CHECK(f.id == "city");
  CHECK(f.version == "2022.10");
  CHECK(f.title.in("zh") == "体检");
  CHECK(ids(f.nodes) ==
        std::vector<std::string>{"city", "top", "a", "b", "green", "people", "last", "area"});
  CHECK(ids(f.indicators) == std::vector<std::string>{"top", "green", "people", "area"});
  CHECK(f.nodes[0].parent == -1);
  CHECK(f.nodes[0].children == std::vector{1, 2, 6});
  CHECK(f.nodes[2].children == std::vector{3, 5});
  CHECK(f.nodes[2].weight == 2);
  CHECK(f.nodes[4].weight == 0.5);
  CHECK(f.nodes[5].indicator == 2);
  CHECK(f.nodes[3].indicator == -1);
  const std::vector<int> heights{3, 0, 2, 1, 0, 0, 1, 0};
  for (std::size_t i = 0; i < heights.size(); ++i) CHECK(f.nodes[i].height == heights[i]);
  CHECK(f.find_node("last") == 6);
  CHECK(f.find_indicator("last") == -1);
  CHECK(f.find_variable("people") == 1);
}

TEST_CASE(
    "an indicator without a formula is the variable of its id, declared where there is none") {
  const Framework f = city();
  CHECK(ids(f.variables) == std::vector<std::string>{"area", "people", "top"});
  CHECK(f.variables[2].unit == "%");
  CHECK(f.variables[1].keeper == "统计局");
  CHECK(f.indicators[2].formula == "people");
  REQUIRE(f.indicators[2].compiled);
  CHECK(f.indicators[2].compiled->variables()[0] == 1);
  CHECK(f.indicators[2].direction == Direction::lower);
}

TEST_CASE("every noun knows its place, its file named as it was given") {
  const FrameworkFolder folder;
  folder
      .with("framework.yaml", head + "variables: {file: v.yaml}\ncategories: [{file: sub/c.yaml}]")
      .with("v.yaml", "\n- {id: v, title: V, unit: 人}\n")
      .with("sub/c.yaml",
            "id: c\ntitle: C\nindicators:\n  - id: i\n    title: I\n    unit: \"1\"\n");
  const Framework f = load_framework_or_throw(folder.path(""));
  CHECK(f.path == folder.path());
  CHECK(f.variables[0].where == Citation{folder.path("v.yaml"), 2, 3});
  CHECK(f.indicators[0].where == Citation{folder.path("sub/c.yaml"), 4, 5});
}

TEST_CASE("a score belongs to the first grade that it reaches") {
  const Framework f = city();
  const Node& node = f.nodes[6];
  CHECK(node.grade(80)->id == "good");
  CHECK(node.grade(79.9)->id == "fair");
  CHECK(node.grade(59) == nullptr);
  CHECK(f.nodes[0].grade(99) == nullptr);
}

TEST_CASE("the standard of a year is the one in force") {
  Indicator i;
  i.standards = {{.floor = {}, .cap = 35, .from = {}, .until = 2025},
                 {.floor = {}, .cap = 30, .from = 2026, .until = 2030}};
  CHECK(i.standard_in(2000)->cap == 35);
  CHECK(i.standard_in(2025)->cap == 35);
  CHECK(i.standard_in(2026)->cap == 30);
  CHECK(i.standard_in(2031) == nullptr);
}

TEST_CASE("a number is uncited where any of its bases is") {
  Indicator i;
  Basis cited, uncited;
  cited.confidence = "cited";
  uncited.confidence = "uncited-high";
  uncited.of = {"target"};
  i.basis = {cited, uncited};
  CHECK(i.uncited("target"));
  CHECK_FALSE(i.uncited("baseline"));
  CHECK_FALSE(i.uncited());  // there is no target
  i.plan = Plan{.baseline = {}, .target = YearValue{2035, 1}, .scope = ""};
  CHECK(i.uncited());
}

TEST_CASE("value functions are decoded with their numbers") {
  const FrameworkFolder folder;
  folder.with("framework.yaml", one_category(R"(
      - {id: a, title: A, unit: "1", score: {shape: linear, zero: 0, full: 2}}
      - {id: b, title: A, unit: "1", score: {shape: efficacy, pass: 8, full: 17}}
      - {id: c1, title: A, unit: "1", score: {shape: piecewise, points: [[0, 0], [1, 30], [2, 60], [5, 100]], interpolation: pchip}}
      - {id: d, title: A, unit: "1", direction: range, score: {shape: range, low: 65, high: 115, zero_below: 0, zero_above: 230}}
      - {id: e, title: A, unit: "1", direction: lower, score: {shape: cap, limit: -40, tolerance: 10%}}
      - {id: g, title: A, unit: "1", score: {shape: floor, limit: 8, tolerance: 2}}
      - {id: h, title: A, unit: "1", score: {shape: trajectory, from: [2017, 0], to: [2035, 71]}}
      - {id: j, title: A, unit: "1", score: trajectory, plan: {baseline: {year: 2015, value: 1}, target: {year: 2035, value: 3}}}
      - {id: k, title: A, unit: "1"}
)"));
  const Framework f = load_framework_or_throw(folder.path());
  const auto number = [&](std::size_t i, const char* name) {
    return f.indicators.at(i).score.value().number(name);
  };
  CHECK(number(0, "full") == 2);
  CHECK(number(1, "pass") == 8);
  CHECK(f.indicators[2].score == piecewise_score({{0, 0}, {1, 30}, {2, 60}, {5, 100}}, true));
  CHECK(number(3, "zero_above") == 230);
  CHECK(number(4, "tolerance") == 4);  // 10 % of 40
  CHECK(number(5, "tolerance") == 2);
  CHECK(f.indicators[6].score == trajectory_score(2017, 0, 2035, 71));
  CHECK(f.indicators[7].score == trajectory_score(2015, 1, 2035, 3));  // the plan's
  CHECK_FALSE(f.indicators[8].score);
}

TEST_CASE("an unknown value function is reported as the design shows it") {
  const FrameworkFolder folder;
  folder.with("framework.yaml", head + "categories: [{file: 08_housing.yaml}]\n")
      .with("08_housing.yaml", R"(id: housing_community
title: H

indicators:
  # 5
  # 6
  # 7
  # 8
  - id: housing_area_per_capita
    title: T
    unit: "1"
    direction: higher
    weight: 1
    score: {shape: min-max, zero: 1}
)");
  const auto found = load_framework(folder.path()).diagnostics;
  REQUIRE(found.size() == 1);
  const std::string file = folder.path("08_housing.yaml");
  CHECK(to_string(found[0]) ==
        file +
            ":14:13: error[F207]: unknown normalisation 'min-max'\n"
            "   in:       housing_community.housing_area_per_capita.score\n"
            "   expected: one of linear, efficacy, piecewise, range, cap, floor, trajectory, "
            "relative");
}

TEST_CASE("everything wrong comes at once, in the order of the input") {
  CHECK(faults(
            "tijian: 1\nframework: 9\ntitle: T\ncolour: red\ncategories:\n  - id: c\n    title: C\n"
            "    weight: '1'\n    indicators:\n      - {id: i, title: I, unit: parsec/fortnite}\n"
            "      - {id: i, title: I, unit: \"1\", formula: nothing}\n") ==
        "Y132@2:12 framework\nY120@4:1\nY125@8:13 c.weight\nF205@10:33 c.i.unit\nF201@11:9 c.i\n"
        "F250@11:47 c.i.formula");
}

TEST_CASE("no value comes with errors, and the throwing variant carries them all") {
  const FrameworkFolder folder;
  folder.with("framework.yaml", "tijian: 3\nframework: f\n");
  CHECK_FALSE(load_framework(folder.path()));
  try {
    load_framework_or_throw(folder.path());
    FAIL("nothing was thrown");
  } catch (const InputError& error) {
    CHECK(error.diagnostics().size() == 3);
  }
}

TEST_CASE("the tree: ids, children, weights, grades") {
  CHECK(faults(head +
               "categories: [{id: f, title: C, indicators: [{id: i, title: I, unit: \"1\"}]}]") ==
        "F201@4:14 f");
  CHECK(faults(head) == "F203@1:1");
  CHECK(faults(head + "categories: []") == "Y133@4:13 categories");
  CHECK(faults(one_category("      - {id: i, title: I, unit: \"1\", weight: 0}\n")) ==
        "F204@5:5 c");
  CHECK(indicator_faults(
            "grades: [{at_least: 1, id: a, title: A}, {at_least: 1, id: a, title: A}]") ==
        "F231@8:79 c.i.grades\nF232@8:79 c.i.grades");
}

TEST_CASE("variables are declared once, under titles that tell them apart") {
  CHECK(faults(head + "variables: [{id: v, title: V, unit: 人}, {id: v, title: W, unit: 人}]\n"
                      "indicators: [{id: i, title: I, unit: \"1\"}]") == "F202@4:41 v");
  CHECK(faults(head +
               "variables: [{id: v, title: V, unit: 人}, {id: w, title: {zh: V}, unit: 人}]\n"
               "indicators: [{id: i, title: I, unit: \"1\"}]") == "F230@4:41 w");
}

TEST_CASE("value functions: their numbers must make sense") {
  CHECK(indicator_faults("score: {shape: linear, zero: 1, full: 1}") == "F208@8:45 c.i.score");
  CHECK(indicator_faults("score: {shape: efficacy, pass: 1, full: 1}") == "F209@8:45 c.i.score");
  CHECK(indicator_faults("score: {shape: piecewise, points: [[1, 0], [1, 9]]}") ==
        "F210@8:45 c.i.score");
  CHECK(indicator_faults("score: {shape: range, low: 2, high: 1, zero_below: 0, zero_above: 3}") ==
        "F211@8:45 c.i.score");
  CHECK(indicator_faults("score: {shape: floor, limit: 0, tolerance: 10%}") ==
        "F212@8:45 c.i.score");
  CHECK(indicator_faults("score: trajectory") == "F213@8:45 c.i.score");
  CHECK(indicator_faults("score: trajectory, plan: {baseline: {year: 2015, value: 1}, "
                         "target: {value: 2}}") == "F213@8:45 c.i.score");
  CHECK(indicator_faults("score: {shape: trajectory, from: [2015, 1], to: [2015, 2]}") ==
        "F214@8:45 c.i.score");
}

TEST_CASE("value function and direction must agree") {
  for (const char* keys :
       {"score: {shape: linear, zero: 2, full: 1}", "score: {shape: efficacy, pass: 2, full: 1}",
        "score: {shape: cap, limit: 2, tolerance: 1}",
        "score: {shape: piecewise, points: [[0, 100], [1, 0]]}",
        "score: {shape: piecewise, points: [[0, 0], [1, 100], [2, 0]]}",
        "score: {shape: range, low: 1, high: 2, zero_below: 0, zero_above: 3}",
        "score: {shape: trajectory, from: [2015, 2], to: [2016, 1]}"})
    CHECK(indicator_faults(keys) == "F215@8:45 c.i.score");
  CHECK(indicator_faults("direction: range").substr(0, 9) == "F216@8:49");
  CHECK(indicator_faults("direction: lower, score: {shape: linear, zero: 2, full: 1}").empty());
}

TEST_CASE("limits, plans and standards must make sense") {
  CHECK(indicator_faults("binding: true") == "F217@8:47 c.i.binding");
  const std::string range =
      "direction: range, score: {shape: range, low: 1, high: 2, zero_below: 0, zero_above: 3}, "
      "plan: {target: {value: 2}}";
  CHECK(indicator_faults(range).empty());
  CHECK(indicator_faults(range + ", binding: true").starts_with("F217@"));
  CHECK(indicator_faults(range + ", binding: true, standard: {cap: 2}").empty());
  CHECK(indicator_faults("binding: true, standard: {cap: 1}").empty());
  CHECK(indicator_faults("standard: {from: 2000}") == "F218@8:48 c.i.standard");
  CHECK(indicator_faults("standard: {floor: 2, cap: 1}") == "F219@8:48 c.i.standard");
  CHECK(indicator_faults("standard: {cap: 1, from: 2001, until: 2000}") ==
        "F219@8:48 c.i.standard");
  CHECK(indicator_faults("standard: [{cap: 1, until: 2020}, {cap: 2, from: 2020}]") ==
        "F220@8:72 c.i.standard");
  CHECK(indicator_faults(
            "plan: {baseline: {year: 2020, value: 1}, target: {year: 2020, value: 2}}") ==
        "F221@8:87 c.i.plan");
  CHECK(indicator_faults("basis: [{source: S, confidence: citd}]") ==
        "F222@8:70 c.i.basis[1].confidence");
  CHECK(indicator_faults("only_for: {kind: [x]}") == "F206@8:49 c.i.only_for");
}

TEST_CASE("faults that were reported do not breed others") {
  CHECK(indicator_faults(
            "score: trajectory, plan: {baseline: {value: 1}, target: {year: 2035, value: 2}}") ==
        "Y121@8:74 c.i.plan.baseline");
  CHECK(indicator_faults("direction: range, score: {shape: linear, zero: x, full: 1}") ==
        "Y124@8:85 c.i.score.zero");
  CHECK(indicator_faults("binding: true, plan: {target: {valu: 2}}").find("F217") ==
        std::string::npos);
}

TEST_CASE("what the framework's own method names must exist") {
  const auto with = [](const std::string& method) {
    return faults(head + "method: " + method + "\nindicators: [{id: i, title: I, unit: \"1\"}]\n");
  };
  CHECK(with("{missing: {fill: {nodes: [i, j]}}}") == "M654@4:38 method.missing.fill.nodes[2]");
  CHECK(with("{weights: {method: ahp, matrices: {f: [[1]], g: [[1]]}}}") ==
        "M670@4:54 method.weights.matrices");
  CHECK(with("{reference: {group: region}}") == "F206@4:29 method.reference.group");
  CHECK(with("{normalise: min-max}") == "M600@4:21 method.normalise");
}

TEST_CASE("the frameworks of this repository have no faults") {
  for (const char* name : {"chaoyang", "key_area", "plan_implementation", "rail_micro_centre",
                           "seven_haves_five_qualities"}) {
    const auto loaded = load_framework(TIJIAN_ROOT "/indicators/" + std::string(name));
    INFO(name);
    for (const Diagnostic& d : loaded.diagnostics) UNSCOPED_INFO(to_string(d));
    CHECK(loaded.diagnostics.empty());
  }
}

TEST_CASE("the effort that an indicator takes is kept, for each unit where it does not say") {
  const FrameworkFolder folder;
  folder.with("framework.yaml",
              head +
                  "indicators:\n"
                  "  - {id: i, title: I, unit: \"1\", effort: {per: 5, cost: 3, most: 10}}\n"
                  "  - {id: j, title: J, unit: \"1\", effort: {cost: 2, most: 4}}\n"
                  "  - {id: k, title: K, unit: \"1\"}\n");
  const Framework f = load_framework_or_throw(folder.path());
  CHECK(f.indicators[0].effort == Effort{5, 3, 10});
  CHECK(f.indicators[1].effort == Effort{1, 2, 4});
  CHECK_FALSE(f.indicators[2].effort);
}

TEST_CASE("ranges, wholes and breaks are kept, and an indicator's own variable has them too") {
  const FrameworkFolder folder;
  folder.with("framework.yaml",
              head +
                  "variables:\n"
                  "  - {id: all, title: A, unit: 万人, range: [0, ~], breaks: [2010, 2020]}\n"
                  "  - {id: old, title: O, unit: 人, range: [~, 9], part_of: all}\n"
                  "indicators:\n"
                  "  - {id: i, title: I, unit: \"%\", formula: old / all, range: [-1.5, 100]}\n"
                  "  - {id: j, title: J, unit: \"%\", range: [0, 100], breaks: [2020]}\n");
  const Framework f = load_framework_or_throw(folder.path());
  CHECK(f.variables[0].range == PlausibleRange{0, {}});
  CHECK(f.variables[0].breaks == std::vector{2010, 2020});
  CHECK(f.variables[1].range == PlausibleRange{{}, 9});
  CHECK(f.variables[1].part_of == "all");
  CHECK(f.indicators[0].range == PlausibleRange{-1.5, 100});
  CHECK(f.indicators[1].breaks == std::vector{2020});
  const Variable& own = f.variables[f.find_variable("j")];
  CHECK(own.range == PlausibleRange{0, 100});
  CHECK(own.breaks == std::vector{2020});
}

TEST_CASE("a range has two ends in their order, a whole is a variable and no part of its part") {
  CHECK(indicator_faults("range: [1, 0]") == "Y131@8:45 c.i.range");
  CHECK(indicator_faults("range: [1, 1]").empty());
  CHECK(indicator_faults("range: [1]") == "Y133@8:45 c.i.range");
  CHECK(indicator_faults("range: 100") == "Y123@8:45 c.i.range");
  CHECK(indicator_faults("effort: {cost: 1, most: 0}") == "Y131@8:62 c.i.effort.most");
  CHECK(indicator_faults("breaks: 2020") == "Y123@8:46 c.i.breaks");
  CHECK(indicator_faults("breaks: [20]") == "Y131@8:47 c.i.breaks[1]");
  const auto variables = [](const std::string& list) {
    return faults(head + "variables: [" + list + "]\nindicators: [{id: i, title: I, unit: \"1\"}]");
  };
  CHECK(variables("{id: a, title: A, unit: 人, part_of: b}") == "F280@4:49 a.part_of");
  CHECK(variables("{id: a, title: A, unit: 人, part_of: a}") == "F282@4:49 a.part_of");
}

TEST_CASE("a part that is taken without its whole is compared with nothing") {
  const FrameworkFolder folder;
  folder
      .with(
          "one/framework.yaml",
          head +
              "variables: [{id: a, title: A, unit: 人, part_of: b}, {id: b, title: B, unit: 人}]\n"
              "indicators: [{id: i, title: I, unit: 人, formula: a}]\n")
      .with("two/framework.yaml", head + "indicators: [{from: ../one, use: [i]}]\n");
  const auto loaded = load_framework(folder.path("two/framework.yaml"));
  REQUIRE(loaded);
  CHECK(loaded->variables.size() == 1);
}
