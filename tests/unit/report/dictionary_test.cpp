#include "tijian/report/dictionary.h"

#include <catch2/catch.hpp>

#include "analysis/arithmetic.h"
#include "report/score_words.h"
#include "report/words.h"
#include "unit/report/sample.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian_tests;

TEST_CASE("an indicator's entry says all of it") {
  const std::string text = report::dictionary(*town(), builtin_methods(), {false});
  CHECK(
      text.starts_with("# Town 1\n\n4 indicators, 4 variables. † rests on a number that was not "
                       "checked against its source.\n\n"
                       "## Scale\n\n`scale`, weight 1\n\n### Population\n\n`population`, weight 1, "
                       "**hard limit**\n\n"
                       "- formula: Population\n- unit: 万人\n- direction: lower is better\n"
                       "- plan: target 333.4 (2035); scope: the district\n"
                       "- score: 100 points up to 333.4, falling to 0 at 366.74\n"
                       "- basis: 分区规划 (seed)\n\n"));
  CHECK(
      text.find(
          "- standard: at most 35†\n- score: 0 points at 75†, 100 points at 35†, straight between\n"
          "- basis: GB 3095-2012 † (uncited-high)\n") != text.npos);
}

TEST_CASE("the book says which scores do not compare, and what weighs nothing") {
  const Framework chaoyang = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  const std::string text = report::dictionary(chaoyang, builtin_methods(), {false});
  // Five of the thirteen have no benchmark to be scored by.
  CHECK(text.find("`scale_control`, weight 1; scored relative to the sample, not on one scale with "
                  "the others: 5 of 13 indicators\n") != text.npos);
  CHECK(text.find("`urban_rural_construction_land`, weight 0 (shown, not averaged)\n") !=
        text.npos);
}

TEST_CASE("the book ends with the variables") {
  const std::string text = report::dictionary(*town(), builtin_methods(), {true});
  CHECK(text.ends_with("| `park` | 公园服务覆盖率 | % |  | 园林局 |\n"));
}

TEST_CASE("a formula reads with titles in place of ids") {
  CHECK(report::formula_words("100 * land / (population + lag(land2, 1))", *town(), {true}) ==
        "100 * 建设用地净减量 / (常住人口规模 + lag(land2, 1))");
}

namespace {

std::string words_of(const Choice& score, const std::string& mark, report::Language say) {
  Indicator indicator;
  indicator.score = score;
  return report::value_function_words(indicator, builtin_methods(), mark, say);
}

}  // namespace

TEST_CASE("value functions in words") {
  const report::Language say{false};
  CHECK(words_of(efficacy_score(8, 17), "", say) ==
        "60 points at 8, 100 points at 17, straight through both, within 0 and 100");
  CHECK(words_of(piecewise_score({{0, 0}, {60, 80}}, false), "†", say) ==
        "0 points at 0†, 80 points at 60†; straight between, flat outside");
  CHECK(words_of(range_score(4, 6, 2, 10), "", say) ==
        "100 points from 4 to 6, falling to 0 at 2 and at 10");
  CHECK(words_of(floor_score(10, 2.5), "", say) == "100 points from 10 on, falling to 0 at 7.5");
  CHECK(words_of(trajectory_score(2015, 16, 2035, 17), "", {true}) ==
        "从 2015 年的 16 到 2035 年的 17，达到或超过路径得 100 分，否则按已完成占应完成的份额");
}

namespace {

/// In 2020.
WorkedOut work(const Choice& score, double x) {
  const ValueFunction& function = *find_method(builtin_methods().value_functions, score.name);
  return analysis::work_out(function, score, x, {2020, Period::Part::year, 0});
}

std::string worked_out(const Choice& score, double x, const std::string& mark) {
  return report::arithmetic_words(work(score, x).how, x, mark, {false});
}

}  // namespace

TEST_CASE(
    "unchecked numbers of a scale keep their mark in the arithmetic, the value does not get it") {
  CHECK(worked_out(efficacy_score(75, 80), 73, "†") == "60 + 40 × (73 − 75†) / (80† − 75†)");
  CHECK(worked_out(cap_score(10, 5), 12, "†") == "100 × (1 − (12 − 10†) / 5†)");
  CHECK(worked_out(floor_score(10, 5), 8, "†") == "100 × (1 − (10† − 8) / 5†)");
  CHECK(worked_out(linear_score(-5, 5), -1, "†") == "100 × ((-1) − (-5†)) / (5† − (-5†))");
}

TEST_CASE("what comes out before a score is held within its scale") {
  CHECK(work(linear_score(75, 35), 34).result == 102.5);
  CHECK(work(cap_score(100, 10), 120).result == -100);
}

TEST_CASE("scores worked out with their numbers") {
  CHECK(worked_out(cap_score(333.4, 33.34), 344.9, "") == "100 × (1 − (344.9 − 333.4) / 33.34)");
  CHECK(worked_out(cap_score(333.4, 33.34), 300, "").empty());
  CHECK(worked_out(linear_score(75, 35), 45, "") == "100 × (45 − 75) / (35 − 75)");
  CHECK(worked_out(efficacy_score(8, 17), 12.5, "") == "60 + 40 × (12.5 − 8) / (17 − 8)");
  CHECK(worked_out(piecewise_score({{0, 0}, {60, 80}, {100, 100}}, false), 70, "") ==
        "80 + 20 × (70 − 60) / (100 − 60)");
  CHECK(worked_out(range_score(4, 6, 2, 10), 8, "") == "100 × (8 − 10) / (6 − 10)");
  CHECK(worked_out(trajectory_score(2015, 16, 2035, 17), 16.2, "") ==
        "100 × progress 0.2 / expected 0.25");
  CHECK(report::arithmetic_words(analysis::work_out(Scale{-3, 2, 1, 0, 100, {}}, true, 5).how, 5,
                                 "", {false}) == "1 + 2 × (5 − (-3))");
}

TEST_CASE("what goes along a curve of the sample is not compared with its values") {
  CHECK(
      report::arithmetic_words(analysis::work_out(Scale{}, false, 5).how, 5, "", {false}).empty());
}

TEST_CASE("numbers that lie close together have the digits that their difference needs") {
  // 50 + 100 x 0.5
  CHECK(report::arithmetic_words(ByScale{50, 100, 1000100.25}, 1000100.75, "", {false}) ==
        "50 + 100 × (1000100.75 − 1000100.25)");
  CHECK(worked_out(cap_score(1000100.25, 0.5), 1000100.5, "") ==
        "100 × (1 − (1000100.5 − 1000100.25) / 0.5)");
  CHECK(worked_out(linear_score(1000100.25, 1000101.25), 1000100.75, "") ==
        "100 × (1000100.75 − 1000100.25) / (1000101.25 − 1000100.25)");
}

TEST_CASE("the book says how values are transformed, scaled, graded and rolled up") {
  Framework f = *town();
  Indicator& park = f.indicators[3];
  park.score.reset();
  park.normalise = Choice{"percentile_rank", {}};
  park.transform = "log(x)";
  f.nodes[0].grades = {{"good", {"Good", "好"}, 60}};
  f.nodes[4].direction = Direction::lower;
  f.nodes[4].grades = {{"1", {}, 0}, {"2", {}, 0}};
  f.nodes[4].classes = RankClasses{2, RankClasses::Of::rank_less_1};
  f.nodes[6].grades = f.nodes[4].grades;
  f.nodes[6].classes = RankClasses{2};
  f.variables[0].rollup = {Rollup::By::sum};
  f.variables[3].rollup = {Rollup::By::mean, "population"};
  f.variables[3].definition = {"Within 500 m", "500 米内"};
  const auto says = [&](bool chinese, const std::string& part) {
    const std::string text = report::dictionary(f, builtin_methods(), {chinese});
    INFO(text);
    CHECK(text.find(part) != text.npos);
  };
  says(false, "\n\nIndex: Good: from 60 points\n\n");
  says(false,
       "`air`, weight 1; lower is better, its parent sees the score mirrored; 2 grades by "
       "rank ((rank-1)/n), 1 the highest scores");
  says(false,
       "- score: relative to the sample, by its own normaliser: Percentile rank "
       "(percentile_rank)\n- transform: log(x), before the sample scales it\n"
       "- grades: 2 grades by rank (rank/n), 1 the highest scores\n");
  says(false,
       "| `population` | Population | 万人 | where the data give none: the sum over the "
       "places below | 统计局 |");
  says(false,
       "| Within 500 m; where the data give none: the mean over the places below, weighted "
       "by Population |");
  says(true,
       "`air`，权重 1；越低越好，上级看到的是对称换算后的得分；按名次（(rank-1)/n）分 2 "
       "个等级，1 级得分最高");
  says(true,
       "- 变换：log(x)，在样本确定标尺之前\n- 等级：按名次（rank/n）分 2 个等级，1 级得分最高\n");
  says(true, "（percentile_rank）\n");
  says(true, "| 500 米内；数据未给出时：各下级评价单元以常住人口规模加权的平均 |");
}
