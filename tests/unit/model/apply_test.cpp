#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "small_framework.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

/// index <- a (weight 1) <- a1 (1), a2 (3); index <- b (weight 1) <- b1. b1: lower is better.
SmallFramework two_categories() {
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1");
  framework.indicator("a2", 3);
  framework.category("b");
  framework.indicator("b1").direction = Direction::lower;
  return framework;
}

enum { index_, a, a1, a2, b, b1 };

Scorecard score(const Framework& framework, const IndicatorTable& table, const Method& method = {},
                const ApplyOptions& options = {}) {
  return apply(fit_or_throw(framework, method, table), table, options);
}

}  // namespace

TEST_CASE("min-max, weighted arithmetic means, ranks") {
  const auto card = score(two_categories(), table_of({{0, 10, 5}, {5, 20, 0}, {10, 30, 10}}));
  // a1: 0 50 100; a2: 0 50 100; b1 (lower): 50 100 0.
  CHECK(card.score(1, a1) == 50);
  CHECK(card.score(1, a) == 50);
  CHECK(card.score(0, b1) == 50);
  CHECK(card.score(1, b) == 100);
  CHECK(card.score(0, index_) == 25);  // (0 + 50)/2
  CHECK(card.score(1, index_) == 75);  // (50 + 100)/2
  CHECK(card.score(2, index_) == 50);  // (100 + 0)/2
  CHECK(card.rank(1, index_) == 1);
  CHECK(card.rank(2, index_) == 2);
  CHECK(card.rank(0, index_) == 3);
  CHECK(card.weight[a2] == Approx(0.5 * 0.75));
  CHECK(card.weight[b1] == 0.5);
  CHECK((card.coverage.array() == 1).all());
}

TEST_CASE("missing children: weights are re-normalised, coverage says how much is there") {
  const auto card = score(two_categories(), table_of({{0, 10, 5}, {none, 20, 0}, {10, 30, none}}));
  CHECK(card.score(1, a) == 50);          // a2 alone
  CHECK(card.coverage_of(1, a) == 0.75);  // 3 of 4
  CHECK(card.coverage_of(1, a1) == 0);
  CHECK(card.coverage_of(1, index_) == Approx(0.5 * 0.75 + 0.5));  // 0.875
  CHECK(std::isnan(card.score(2, b)));
  CHECK(card.score(2, index_) == 100);  // a alone
  CHECK(card.coverage_of(2, index_) == 0.5);
  CHECK(card.rank(2, b) == 0);
}

TEST_CASE("a node below min_coverage has no score, by weight or by count") {
  Method method;
  method.missing.min_coverage = 0.6;
  const auto table = table_of({{0, 10, 5}, {none, 20, 0}, {10, none, 7}});
  const auto by_weight = score(two_categories(), table, method);
  CHECK(by_weight.score(1, a) == 100);            // 3/4 of the weight
  CHECK(std::isnan(by_weight.score(2, a)));       // 1/4
  CHECK(std::isnan(by_weight.score(2, index_)));  // then half of the index is missing
  method.missing.measure = MissingRules::Measure::count;
  CHECK(std::isnan(score(two_categories(), table, method).score(1, a)));  // one of two
  method.missing.min_coverage = 0.5;                                      // exactly enough
  CHECK(score(two_categories(), table, method).score(2, index_) == 50);   // (100 + 0)/2
}

TEST_CASE(
    "a share that misses min_coverage by rounding only is enough, in the kernel and without") {
  SmallFramework framework;
  framework.category("a");
  for (const double weight : {0.3, 0.3, 0.2}) framework.indicator("", weight);
  REQUIRE(0.3 + 0.3 < 0.75 * 0.8);
  const auto table = table_of({{1, 5, 2}, {2, 3, none}, {3, 2, 9}});
  Method method;
  for (const bool rounded : {false, true}) {  // rounded leaves are no lines: the general path
    if (rounded) method.round.indicator = 9;
    method.missing.min_coverage = 0.75;
    CHECK_FALSE(std::isnan(score(framework, table, method).score(1, a)));
    method.missing.min_coverage = 0.75 + 1e-11;
    CHECK(std::isnan(score(framework, table, method).score(1, a)));
  }
}

TEST_CASE("what does not apply counts neither as missing nor as there, for min_coverage too") {
  auto table = table_of({{0, 10, 5}, {none, 20, 0}, {10, none, 7}});
  table.applicable.assign(3, 3, true);
  table.applicable(2, 1) = false;  // a2, three quarters of the weight
  Method method;
  method.missing.min_coverage = 0.6;
  CHECK(score(two_categories(), table, method).score(2, a) == 100);  // a1 is all that applies
  table.applicable(2, 1) = true;
  CHECK(std::isnan(score(two_categories(), table, method).score(2, a)));
}

namespace {

/// A binding limit of 9 and an indicator without one.
SmallFramework limited_and_free() {
  SmallFramework framework;
  framework.category("a");
  Indicator& limited = framework.indicator("limited");
  limited.score = linear_score(0, 10);
  limited.binding = true;
  limited.standards = {Standard{9, {}, {}, {}}};
  framework.indicator("free").score = linear_score(0, 10);
  return framework;
}

}  // namespace

TEST_CASE("a breach raises nothing: what is below the cap stays") {
  const SmallFramework framework = limited_and_free();
  const auto card = score(framework, table_of({{2, 4}, {10, 10}}));
  CHECK(card.score(0, a) == Approx(30));  // (20 + 40)/2
  CHECK((card.flags(0, a) & flag_capped) == 0);
}

TEST_CASE("a limit that does not apply to a place caps nothing there") {
  const SmallFramework framework = limited_and_free();
  auto table = table_of({{8, 10}, {8, 10}});
  table.applicable.assign(2, 2, true);
  table.applicable(1, 0) = false;
  const auto card = score(framework, table);
  CHECK(card.score(0, a) == 60);  // (80 + 100)/2 = 90 without the cap
  CHECK(card.score(1, a) == 100);
  CHECK(card.verdict(1, 0) == Verdict::not_applicable);
}

TEST_CASE("min_coverage goes by the given weights, whatever weights the data give") {
  // a1 varies least and gets the least weight by its deviation; given are 1 and 3.
  const auto table = table_of({{1, 0, 5}, {none, 20, 0}, {1, none, 7}, {2, 10, 6}, {1, 1, 3}});
  Method method;
  method.weights = {"sd", {}};
  method.missing.min_coverage = 0.7;
  const Model model = fit_or_throw(two_categories(), method, table);
  const double share = model.weights[a2] / (model.weights[a1] + model.weights[a2]);
  CHECK(share < 0.7);  // by the fitted weights row 1 would have no score
  const auto card = apply(model, table);
  CHECK(card.score(1, a) == 100);
  CHECK(std::isnan(card.score(2, a)));
}

TEST_CASE("what does not apply is not missing") {
  auto table = table_of({{0, 10, 5}, {none, 20, 0}, {10, 30, none}});
  table.applicable.assign(3, 3, true);
  table.applicable(1, 0) = table.applicable(2, 2) = false;
  const auto card = score(two_categories(), table);
  CHECK(card.coverage_of(1, a) == 1);
  CHECK(card.coverage_of(2, index_) == 1);
  CHECK(std::isnan(card.coverage_of(2, b)));
  CHECK(std::isnan(card.score(2, b)));
  CHECK((card.flags(2, b1) & flag_not_applicable) != 0);
  CHECK((card.flags(2, b) & flag_not_applicable) != 0);
  CHECK(card.verdict(2, 2) == Verdict::not_applicable);
}

TEST_CASE("a constant column carries no information") {
  const auto card = score(two_categories(), table_of({{7, 10, 5}, {7, 20, 0}}));
  CHECK(std::isnan(card.score(0, a1)));
  CHECK((card.flags(0, a1) & flag_constant) != 0);
  CHECK(card.score(1, a) == 100);      // a2 alone
  CHECK(card.coverage_of(0, a) == 1);  // the value is there
}

TEST_CASE("a breach keeps what is above at 60, whatever the mean") {
  SmallFramework framework;
  framework.category("land");
  Indicator& population = framework.indicator("population");
  population.direction = Direction::lower;
  population.score = cap_score(333.4, 33.34);
  population.plan = Plan{{}, YearValue{2035, 333.4}, "district"};
  population.binding = true;
  framework.indicator("green").score = linear_score(0, 10);
  framework.category("other");
  framework.indicator("other1").score = linear_score(0, 10);
  const auto card = score(framework, table_of({{344.9, 10, 10}, {333, 10, 10}}, year(2021)));
  CHECK(card.verdict(0, 0) == Verdict::breach);
  CHECK(card.score(0, 2) ==
        Approx(65.507).margin(1e-3));  // averaged like any other: 100 - 11.5/0.3334
  CHECK(card.score(0, 1) == 60);       // (65.5 + 100)/2 = 82.8 without the cap
  CHECK((card.flags(0, 1) & flag_capped) != 0);
  CHECK(card.score(0, 0) == 60);
  CHECK((card.flags(0, 0) & flag_capped) != 0);
  CHECK(card.score(1, 0) == 100);
  CHECK(card.flags(1, 0) == 0);
}

TEST_CASE("a negative child makes a geometric mean missing, with a counted warning") {
  Method method;
  method.normalise = {"z_score", {}};
  method.aggregate = {{.mean = {"geometric", {}}}};
  const auto card =
      score(two_categories(), table_of({{0, 10, 5}, {5, 20, 0}, {10, 30, 10}}), method);
  CHECK(std::isnan(card.score(0, a)));
  REQUIRE(card.diagnostics.size() == 2);
  CHECK(card.diagnostics[0].code == "N520");
  CHECK(card.diagnostics[0].severity == Severity::warning);
}

TEST_CASE("a trajectory without a period has no score, and says so") {
  SmallFramework framework;
  framework.category("c").indicator("land").score = trajectory_score(2017, 0, 2035, 71);
  const auto card = score(framework, table_of({{35.5}, {none}}), {});
  CHECK(std::isnan(card.score(0, 0)));
  REQUIRE(card.diagnostics.size() == 1);
  CHECK(card.diagnostics[0].code == "N506");
  CHECK(card.diagnostics[0].count == 1);
  CHECK(score(framework, table_of({{35.5}, {none}}, year(2022)), {}).diagnostics.empty());
}

TEST_CASE("rounding between stages") {
  Method method;
  method.round = {1, 0, 2};
  const auto card = score(two_categories(), table_of({{0, 10, 5}, {1, 11, 0}, {3, 13, 9}}), method);
  CHECK(card.score(1, a1) == 33.3);    // 100/3
  CHECK(card.score(1, a) == 33);       // 33.3
  CHECK(card.score(0, b1) == 44.4);    // 100 * 4/9
  CHECK(card.score(0, index_) == 22);  // (0 + 44)/2
}

TEST_CASE("a half that binary fractions miss by a hair is rounded like a half") {
  Method method;
  method.round.indicator = 2;
  // min-max over 0..100 leaves values as they are; 1.005 is 1.00499999999999989...
  const auto card =
      score(two_categories(), table_of({{0, 0, 0}, {1.005, 2.675, 0}, {100, 100, 9}}), method);
  CHECK(card.score(1, a1) == 1.01);
  CHECK(card.score(1, a2) == 2.68);
}

TEST_CASE("a category's scores are normalised over the places") {
  Method method;
  method.aggregate = {{.normalise = Choice{"z_score", {{"mean", {50.0}}}}}, {}};
  // a is (0, 25, 50, 75) and (100): without the last row its mean is 37.5, s = sqrt(3125/3)
  auto table = table_of({{0, 0, 9}, {100, 0, 9}, {0, 200. / 3, 9}, {0, 100, 0}, {100, 100, 3}});
  for (int row = 0; row < 5; ++row) table.rows.period[row] = year(row < 4 ? 2020 : 2021);
  method.reference = {Reference::Periods::listed, {year(2020)}, {}};
  const auto card = score(two_categories(), table, method);
  const double s = std::sqrt(3125. / 3);
  CHECK(card.score(0, a) == Approx(50 - 37.5 / s));
  CHECK(card.score(4, a) == Approx(50 + 62.5 / s));
  // b is 0, 0, 0, 100: mean 25, s = sqrt((3 x 625 + 5625)/3) = 50; its fifth row, on the scale of
  // 2020, is 100 (9 - 3)/9
  CHECK(card.score(0, b) == Approx(49.5));
  CHECK(card.score(4, b) == Approx(50 + (200. / 3 - 25) / 50));
  CHECK(card.score(4, index_) == Approx((card.score(4, a) + card.score(4, b)) / 2));
}

TEST_CASE("scores of categories that tie but for rounding rank alike") {
  Method method;
  method.aggregate = {{.normalise = Choice{"percentile_rank", {}}}};
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1");
  framework.indicator("a2");
  // (0.1 + 0.7)/2 comes out below (0.3 + 0.5)/2
  const auto card =
      score(framework, table_of({{0, 0}, {0.1, 0.7}, {0.3, 0.5}, {100, 100}}), method);
  CHECK(card.score(1, a) == Approx(100. / 3));
  CHECK(card.score(2, a) == Approx(100. / 3));
}

TEST_CASE("scores of categories that differ by more than rounding do not tie") {
  Method method;
  method.aggregate = {{.normalise = Choice{"percentile_rank", {}}}};
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1");
  // 1e-8 of 100 is a ten-thousand-millionth: near, but a hundred times what ties
  const auto card = score(framework, table_of({{0}, {50}, {50 + 1e-8}, {100}}), method);
  CHECK(card.score(1, a) == Approx(100. / 3));
  CHECK(card.score(2, a) == Approx(200. / 3));
}

TEST_CASE("an aggregation for named categories, whatever their height") {
  Method method;
  method.aggregate = {
      {.mean = {"minimum", {}}, .nodes = {"b"}}, {}, {.mean = {"owa", {{"orness", {1.0}}}}}};
  SmallFramework framework = two_categories();
  framework.indicator("b2");
  const auto card =
      score(framework, table_of({{0, 0, 0, 0}, {30, 10, 80, 40}, {100, 100, 100, 100}}), method);
  CHECK(card.score(1, a) == Approx((30 + 3 * 10) / 4.0));
  CHECK(card.score(1, b) == Approx(20));       // the lesser of 100 - 80 and 40
  CHECK(card.score(1, index_) == Approx(20));  // the greater of 15 and 20
}

TEST_CASE("entropy weighs scores: where lower is better, turned round") {
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1");
  framework.indicator("a2").direction = Direction::lower;
  Method method;
  method.weights = {"entropy", {}};
  const Model model = fit_or_throw(framework, method, table_of({{0, 0}, {50, 10}, {100, 10}}));
  // a1: p = (0, 1/3, 2/3), E = 0.6365142/ln 3 = 0.5793802. a2 scores (1, 0, 0): E = 0; its values
  // as they are would give (0, 1/2, 1/2), E = 0.6309.
  CHECK(model.weights[a1] / model.weights[a2] == Approx(0.4206198).epsilon(1e-6));
}

TEST_CASE("statistics by group and by period") {
  auto table = table_of({{0, 0, 0}, {10, 10, 10}, {100, 100, 100}, {300, 300, 300}});
  table.rows.attributes.push_back({"ring", {"inner", "outer"}, {0, 0, 1, 1}});
  Method method;
  method.reference.group = "ring";
  SmallFramework framework = two_categories();
  framework.get().attributes = {"ring"};
  const auto card = score(framework, table, method);
  CHECK(card.score(1, a1) == 100);
  CHECK(card.score(2, a1) == 0);
  CHECK(card.score(3, a1) == 100);
  for (int row = 0; row < 4; ++row) table.rows.period[row] = year(row < 2 ? 2020 : 2021);
  method.reference = {Reference::Periods::each, {}, {}};
  const auto each = score(two_categories(), table, method);
  CHECK(each.score(2, a1) == 0);
  CHECK(each.rank(3, a1) == 1);  // ranks are always within the period
  CHECK(each.rank(1, a1) == 1);
  method.reference = {Reference::Periods::listed, {year(2020)}, {}};
  CHECK(score(two_categories(), table, method).score(2, a1) == 1000);  // on 2020's scale
}

TEST_CASE("a missing node takes its group's mean") {
  Method method;
  method.missing.fill = MissingRules::Fill{{"b"}, "mean", ""};
  const auto card =
      score(two_categories(), table_of({{0, 10, 0}, {5, 20, 5}, {10, 30, none}}), method);
  CHECK(card.score(2, b) == 50);  // (100 + 0)/2
  CHECK((card.flags(2, b) & flag_filled) != 0);
  CHECK(card.score(2, index_) == 75);
}

TEST_CASE("siblings fill a missing score") {
  Method method;
  method.impute = {{"sibling_mean", {}}};
  const auto card =
      score(two_categories(), table_of({{0, 10, 0}, {5, none, 5}, {10, 30, 9}}), method);
  CHECK(card.score(1, a2) == 50);
  CHECK((card.flags(1, a2) & flag_imputed) != 0);
  CHECK(std::isnan(card.value(1, 1)));
}

namespace {

/// Made-up values, 3 % missing, for comparisons of one way of computing with another.
IndicatorTable many(Eigen::Index rows, Eigen::Index columns) {
  std::mt19937_64 random(7);
  IndicatorTable table;
  table.values.resize(rows, columns);
  for (Eigen::Index row = 0; row < rows; ++row) {
    table.rows.places.push_back("p" + std::to_string(row));
    table.rows.place.push_back(static_cast<int>(row));
    table.rows.period.push_back(year(2020));
    for (Eigen::Index j = 0; j < columns; ++j)
      table.values(row, j) = random() % 100 < 3 ? none : static_cast<double>(random() >> 40);
  }
  return table;
}

bool same_bytes(const Matrix<double>& x, const Matrix<double>& y) {
  return x.size() == y.size() && std::memcmp(x.data(), y.data(), sizeof(double) * x.size()) == 0;
}

}  // namespace

TEST_CASE("the same bytes from one thread and four, with all nodes and some") {
  SmallFramework framework = two_categories();
  const auto table = many(20'011, 3);  // blocks and strips do not divide it
  const auto one = score(framework, table, {}, {Nodes::all, true, 1});
  const auto four = score(framework, table, {}, {Nodes::all, true, 4});
  CHECK(same_bytes(one.score, four.score));
  const auto few = score(framework, table, {}, {Nodes::categories, false, 2});
  for (std::size_t k = 0; k < few.nodes.size(); ++k)
    CHECK(same_bytes(few.score.array().col(k), one.score.array().col(few.nodes[k])));
  CHECK(same_bytes(few.coverage, one.coverage));
}

TEST_CASE("a card that held another result holds nothing of it") {
  SmallFramework framework = two_categories();
  const auto small = many(17, 3), large = many(101, 3);
  const Model model = fit_or_throw(framework, {}, large);
  Scorecard reused = apply(model, large);
  for (const bool details : {true, false})
    for (const Nodes nodes : {Nodes::all, Nodes::index}) {
      const Scorecard fresh = apply(model, small, {nodes, details, 1});
      apply(model, small, {nodes, details, 1}, reused);
      CHECK(same_bytes(reused.score, fresh.score));
      CHECK(same_bytes(reused.coverage, fresh.coverage));
      CHECK(reused.rows.places == fresh.rows.places);
      CHECK(reused.coverage_column == fresh.coverage_column);
      CHECK(reused.rank.size() == fresh.rank.size());
      CHECK(reused.verdict.size() == fresh.verdict.size());
      CHECK(reused.value.size() == fresh.value.size());
    }
}

TEST_CASE("the fused kernel agrees with the general path") {
  SmallFramework framework = two_categories();
  const auto table = many(5'003, 3);
  const auto fused = score(framework, table);
  auto restricted = table;  // a table of what applies leads through the general path
  restricted.applicable.assign(5'003, 3, true);
  const auto general = score(framework, restricted);
  for (Eigen::Index row = 0; row < fused.score.rows(); ++row)
    for (Eigen::Index k = 0; k < fused.score.cols(); ++k) {
      const double x = fused.score(row, k), y = general.score(row, k);
      REQUIRE((std::isnan(x) ? std::isnan(y) : std::abs(x - y) <= 1e-12 * 100));
    }
}

TEST_CASE("an order of rows does not matter") {
  SmallFramework framework = two_categories();
  const auto table = many(10'000, 3);
  std::vector<Eigen::Index> order(10'000);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Eigen::Index>(i);
  std::shuffle(order.begin(), order.end(), std::mt19937_64(3));
  auto shuffled = table;
  for (Eigen::Index i = 0; i < 10'000; ++i) {
    shuffled.values.array().row(i) = table.values.array().row(order[i]);
    shuffled.rows.place[i] = table.rows.place[order[i]];
  }
  Method method;
  method.normalise = {"z_score", {}};  // sums, not only bounds
  const auto straight = score(framework, table, method), mixed = score(framework, shuffled, method);
  for (Eigen::Index i = 0; i < 10'000; ++i)
    REQUIRE(same_bytes(mixed.score.array().row(i), straight.score.array().row(order[i])));
}

TEST_CASE("a method that the table lacks is refused, with the names that there are") {
  Method method;
  method.normalise = {"min-max", {}};
  const auto model = fit(two_categories(), method, table_of({{0, 10, 5}, {5, 20, 0}}));
  REQUIRE(!model);
  REQUIRE(model.diagnostics.size() == 1);
  CHECK(model.diagnostics[0].code == "M600");
  CHECK(model.diagnostics[0].message.in("en") == "unknown normalisation 'min-max'");
  CHECK(model.diagnostics[0].expected.in("en").starts_with("one of none, min_max, z_score"));
}

TEST_CASE("goalposts for all serve every indicator, and every category") {
  Method method;
  method.normalise = {"goalposts", {{"goalposts", {ValueList{{0.0}, {20.0}}}}}};
  method.aggregate = {{.mean = {"sum", {}}, .normalise = method.normalise}, {.mean = {"sum", {}}}};
  const auto card = score(two_categories(), table_of({{0, 10, 5}, {4, 4, 20}}), method);
  CHECK(card.score(0, a2) == 50);
  CHECK(card.score(1, a1) == 20);
  CHECK(card.score(1, a) == 100);       // 20 + 3 x 20 is beyond 20
  CHECK(card.score(1, b) == 0);         // the worst of them
  CHECK(card.score(0, index_) == 200);  // 100 + 100
}

TEST_CASE("the warning of a missing mean says what the method cannot take") {
  Method method;
  method.normalise = {"none", {}};
  method.aggregate = {{.mean = {"inverted_geometric", {}}}};
  const auto card = score(two_categories(), table_of({{0, 200, 5}, {5, 20, 0}}), method);
  CHECK(std::isnan(card.score(0, a)));
  REQUIRE(card.diagnostics.size() == 1);
  CHECK(card.diagnostics[0].message.in("en") ==
        "a score below that is far above the range makes the inverted_geometric mean of a missing");
  CHECK(card.diagnostics[0].message.in("zh") ==
        "有下级得分超出区间上限过多，a 的 inverted_geometric 合成缺失");
}

TEST_CASE("a path of the program begins and ends in whole years") {
  SmallFramework framework;
  framework.category("c").indicator("land").score = trajectory_score(2017.5, 0, 2035, 71);
  const auto refused = fit(framework, {}, table_of({{35.5}, {50}}, year(2022)));
  CHECK_FALSE(refused);
  REQUIRE(refused.diagnostics.size() == 1);
  CHECK(refused.diagnostics[0].code == "Y128");
  CHECK(refused.diagnostics[0].in == "land.score.from");
}
