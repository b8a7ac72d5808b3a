#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "analysis/experiment.h"
#include "analysis/fast_scorer.h"
#include "unit/model/small_framework.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

Value list(ValueList values) { return {std::move(values)}; }

WeightVariation uniform(double spread) { return {WeightVariation::Kind::uniform, spread}; }
WeightVariation dirichlet(double concentration) {
  return {WeightVariation::Kind::dirichlet, 0, concentration};
}

/// Two categories of three and two indicators, one of them the lower the better, and one
/// indicator beside them.
SmallFramework two_and_one() {
  SmallFramework framework;
  framework.category("a", 2);
  framework.indicator("a1");
  framework.indicator("a2", 3);
  framework.indicator("a3", 2);
  framework.category("b");
  framework.indicator("b1").direction = Direction::lower;
  framework.indicator("b2", 0.5);
  return framework;
}

/// Numbers between 1 and 2 without any order, some of them missing.
IndicatorTable numbers(int rows, int columns, bool gaps = true) {
  IndicatorTable table;
  table.values.resize(rows, columns);
  unsigned state = 1;
  for (int row = 0; row < rows; ++row) {
    table.rows.places.push_back("p" + std::to_string(row));
    table.rows.place.push_back(row);
    table.rows.period.push_back({});
    for (int j = 0; j < columns; ++j) {
      state = state * 1664525u + 1013904223u;
      table.values(row, j) = gaps && state % 11 == 0 ? none : 1 + (state >> 8) / 16777216.0;
    }
  }
  return table;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool same(const Distribution& a, const Distribution& b) {
  return same(a.nominal, b.nominal) && same(a.mean, b.mean) && same(a.low, b.low) &&
         same(a.median, b.median) && same(a.high, b.high);
}

bool same(const Robustness& a, const Robustness& b) {
  if (a.by_row.size() != b.by_row.size() || !same(a.rank_shift, b.rank_shift)) return false;
  for (std::size_t row = 0; row < a.by_row.size(); ++row)
    if (!same(a.by_row[row].score, b.by_row[row].score) ||
        !same(a.by_row[row].rank, b.by_row[row].rank) ||
        !same(a.by_row[row].top, b.by_row[row].top))
      return false;
  return true;
}

/// The largest difference between the fast path and apply over some points, relative to the score;
/// -1 where the fast path declines.
double worst_difference(const Framework& framework, const Method& method,
                        const IndicatorTable& table) {
  const RobustnessOptions options{.samples = 64};
  std::vector<Diagnostic> problems;
  analysis::Experiment e(std::make_shared<Framework>(framework), method, table, options, nullptr);
  analysis::fit_scenarios(e);
  const auto points = analysis::Sampler(e.layout, options).points(0, 64);
  double worst = 0;
  for (const analysis::Point& point : points) {
    const analysis::Scenario& scenario = e.scenarios[e.scenario_of(point)];
    Method chosen = scenario.method;
    chosen.aggregate = e.variation.aggregate[e.means_of(point)];
    const auto fast = analysis::FastScorer::make(
        e, scenario, model::plan_scoring(framework, chosen, builtin_methods()));
    if (!fast) return -1;
    std::vector<double> weights = scenario.model->weights;
    e.weights.vary(e.layout, point, weights);
    analysis::drop_indicators(framework, e.dropped(point), weights);
    Eigen::MatrixXd slots(fast->slots(), 1);
    fast->arrange(weights, slots.data());
    std::vector<char> declined;
    const analysis::NodeScores scores = fast->score(slots, declined)[0];
    const analysis::NodeScores slow = analysis::replicate(e, point, problems);
    const auto compare = [&](const Eigen::ArrayXd& own, const Eigen::ArrayXd& other) {
      REQUIRE(own.size() == other.size());
      for (Eigen::Index row = 0; row < own.size(); ++row) {
        CHECK(std::isnan(own[row]) == std::isnan(other[row]));
        if (!std::isnan(own[row]))
          worst = std::max(worst, std::abs(own[row] - other[row]) / std::max(1.0, other[row]));
      }
    };
    compare(scores.score, slow.score);
    compare(scores.uncapped, slow.uncapped);
    CHECK_FALSE(declined[0]);
  }
  return worst;
}

}  // namespace

TEST_CASE("quantiles of type 7, of few values and of many") {
  const auto check = [](std::vector<double> values, double low, double median, double high) {
    const Distribution d = distribution(values, 0);
    CHECK(d.low == Approx(low).epsilon(1e-14));
    CHECK(d.median == Approx(median).epsilon(1e-14));
    CHECK(d.high == Approx(high).epsilon(1e-14));
  };
  check({3}, 3, 3, 3);
  check({2, 1}, 1.05, 1.5, 1.95);              // at 0.05, 0.5 and 0.95 of the way
  check({4, 1, 2}, 1.1, 2, 3.8);               // at 0.1, 1 and 1.9: 2 + 0.9 (4 - 2)
  check({8, 1, 4, 2}, 1.15, 3, 4 + 0.85 * 4);  // at 0.15, 1.5 and 2.85
  check({5, 5, 1, 5, 5}, 1 + 0.2 * 4, 5, 5);   // ties
  std::vector<double> many;
  for (int i = 0; i <= 1000; ++i) many.push_back(i * 8 % 1001);  // 0..1000 in no order
  check(many, 50, 500, 950);
}

TEST_CASE("many weights at once give what apply gives") {
  const Framework framework = two_and_one();
  const IndicatorTable table = numbers(20, 5);
  Method method;
  const Aggregation arithmetic, geometric{{"geometric", {}}}, harmonic{{"harmonic", {}}};
  const auto power = [](double p) { return Aggregation{{"power", {{"p", {p}}}}}; };
  const std::vector<std::vector<Aggregation>> means{
      {power(0.5)},
      {power(3)},
      {power(-2)},
      {power(2), power(-0.5)},
      {arithmetic},
      {geometric},
      {harmonic},
      {arithmetic, geometric},
      {geometric, harmonic},
      {harmonic, arithmetic},
      {{.mean = {"geometric", {}}, .nodes = {"b"}}, arithmetic}};
  for (const auto& aggregate : means)
    for (const double low : {0.0, 1.0})  // with zeros, and without
      for (const double coverage : {0.0, 0.7})
        for (const bool drop : {false, true}) {
          CAPTURE(aggregate.front().mean.name, aggregate.back().mean.name, low, coverage, drop);
          method.aggregate = aggregate;
          method.normalise = {"min_max", {{"range", list({{low}, {100.0}})}}};
          method.missing.min_coverage = coverage;
          method.robustness = {.weights = uniform(0.5), .drop = drop ? 1 : 0};
          const double worst = worst_difference(framework, method, table);
          CHECK((worst < 0) ==
                (drop && coverage > 0));  // what is enough depends on the draw: apply
          CHECK(worst <= 1e-12);
        }
}

TEST_CASE("many weights at once: what does not apply, and coverage by count") {
  const Framework framework = two_and_one();
  IndicatorTable table = numbers(20, 5);
  table.applicable.assign(20, 5, true);
  for (int row = 0; row < 20; ++row)
    for (int j = 0; j < 5; ++j)
      if ((row * 3 + j * 2) % 7 == 0 || row == 4) table.applicable(row, j) = false;
  table.values = table.applicable.array().select(table.values.array(), none);
  for (const double coverage : {0.0, 0.5, 0.7})
    for (const auto measure : {MissingRules::Measure::weight, MissingRules::Measure::count}) {
      CAPTURE(coverage, measure == MissingRules::Measure::count);
      Method method;
      method.missing = {coverage, measure, {}};
      method.robustness.weights = uniform(0.5);
      const double worst = worst_difference(framework, method, table);
      CHECK(worst >= 0);
      CHECK(worst <= 1e-12);
    }
}

TEST_CASE("a place just above min_coverage keeps its score in every replication") {
  // p1 has a1 alone: 2/3 of what is given, which drawn weights take below 0.6 now and then.
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1", 2);
  framework.indicator("a2");
  const IndicatorTable table = table_of({{1, 5}, {2, none}, {3, 2}, {4, 9}});
  Method method;
  method.missing.min_coverage = 0.6;
  method.robustness.weights = uniform(0.5);
  const auto study = robustness(framework, method, table, {.samples = 200});
  REQUIRE(study);
  CHECK(study->failed.empty());
  CHECK(study->by_row[1].rank_shift >= 0);
}

TEST_CASE("many weights at once: what misses min_coverage by rounding only is enough") {
  SmallFramework framework;
  framework.category("a");
  for (const double weight : {0.3, 0.3, 0.2}) framework.indicator("", weight);
  REQUIRE(0.3 + 0.3 < 0.75 * 0.8);
  const IndicatorTable table = table_of({{1, 5, 2}, {2, 3, none}, {3, 2, 9}});
  Method method;
  method.robustness.weights = uniform(0.5);
  for (const double coverage : {0.75, 0.75 + 1e-11}) {
    method.missing.min_coverage = coverage;
    const double worst = worst_difference(framework, method, table);
    CHECK(worst >= 0);
    CHECK(worst <= 1e-12);
  }
}

TEST_CASE("a breach caps on the fast path too") {
  SmallFramework framework = two_and_one();
  Indicator& limited = framework.get().indicators[1];
  limited.binding = true;
  limited.standards = {Standard{1.9, {}, {}, {}}};
  Method method;
  const ValueMap square{{"p", {2.0}}};
  for (const Choice& mean :
       {Choice{"arithmetic", {}}, {"geometric", {}}, {"harmonic", {}}, {"power", square}}) {
    method.aggregate = {{.mean = mean}};
    for (const double low : {10.0, 50.0}) {  // many scores below 60, which stay; and few
      method.normalise = {"min_max", {{"range", list({{low}, {100.0}})}}};
      method.robustness.weights = uniform(0.5);
      const double worst = worst_difference(framework, method, numbers(20, 5));
      CHECK(worst >= 0);
      CHECK(worst <= 1e-12);
    }
  }
}

TEST_CASE("what one product cannot do goes through apply") {
  const Framework framework = two_and_one();
  const IndicatorTable table = numbers(12, 5, false);
  Method method;
  method.round.category = 1;
  CHECK(worst_difference(framework, method, table) == -1);
  method.round = {};
  method.aggregate = {{.mean = {"owa", {}}}};
  CHECK(worst_difference(framework, method, table) == -1);
  method.aggregate = {{.normalise = Choice{"rank", {}}}};
  CHECK(worst_difference(framework, method, table) == -1);
  const auto study = robustness(framework, method, table, {.samples = 50});
  REQUIRE(study);
  CHECK(study->failed.empty());
  CHECK(study->rank_shift.mean > 0);
}

TEST_CASE("the same seed gives the same result on any number of threads, another another") {
  const Framework framework = two_and_one();
  const IndicatorTable table = numbers(30, 5);
  Method method;
  for (const WeightVariation& weights : {uniform(0.25), dirichlet(50)}) {
    method.robustness = {.weights = weights, .noise = NoiseVariation{0.05, 0.05, 0.05}};
    for (const auto sampling :
         {RobustnessOptions::Sampling::sobol, RobustnessOptions::Sampling::random}) {
      RobustnessOptions options{.samples = 700, .seed = 5, .sampling = sampling, .threads = 1};
      const auto one = robustness(framework, method, table, options);
      options.threads = 4;
      const auto four = robustness(framework, method, table, options);
      options.seed = 6;
      const auto other = robustness(framework, method, table, options);
      REQUIRE((one && four && other));
      CHECK(same(*one, *four));
      CHECK_FALSE(same(*one, *other));
    }
  }
}

TEST_CASE("probabilities sum to one, intervals hold the median") {
  SmallFramework framework = two_and_one();
  framework.get().nodes[0].grades = {{"good", "good", 60}, {"fair", "fair", 40}};
  Method method;
  method.robustness = {.weights = uniform(0.5), .drop = 1};
  const auto study = robustness(framework, method, numbers(30, 5), {.samples = 500, .top = 5});
  REQUIRE(study);
  double top = 0;
  for (const RowRobustness& row : study->by_row) {
    CHECK(std::accumulate(row.grades.begin(), row.grades.end(), row.no_grade) == Approx(1));
    for (const Distribution& d : {row.score, row.rank}) {
      CHECK(d.low <= d.median);
      CHECK(d.median <= d.high);
    }
    top += row.top;
    for (const auto* side : {&row.above, &row.below})
      for (std::size_t k = 0; k < side->size(); ++k) {
        CHECK((*side)[k].probability > 0);
        CHECK((*side)[k].probability <= 1);
        if (k > 0) CHECK((*side)[k].probability <= (*side)[k - 1].probability);
      }
  }
  CHECK(top == Approx(5));  // five of the places are among the best five, always
}

// Two places, two indicators: P has (1, 0), Q has (0, 1). Index of P = w1/(w1 + w2), of Q the
// rest. With w1 = 1 + x, w2 = 1 + y and x, y uniform on +-25 %, P leads half of the time.
TEST_CASE("two places that the weights decide between") {
  SmallFramework framework;
  framework.indicator("i1");
  framework.indicator("i2");
  const auto study =
      robustness(framework, {}, table_of({{1, 0}, {0, 1}}), {.samples = 4096, .top = 1});
  REQUIRE(study);
  const RowRobustness& p = study->by_row[0];
  CHECK(p.score.nominal == 50);
  CHECK(p.rank.nominal == 1);  // a tie
  CHECK(p.score.mean == Approx(50).margin(0.01));
  CHECK(p.top == Approx(0.5).margin(0.01));
  CHECK(p.score.low >= 100 * 0.75 / 2);
  CHECK(p.score.high <= 100 * 1.25 / 2);
  // Just below Q, where Q leads.
  REQUIRE(p.above.size() == 1);
  CHECK(p.above[0].row == 1);
  CHECK(p.above[0].probability == Approx(0.5).margin(0.01));
  CHECK(p.below[0].probability + p.above[0].probability == Approx(1));
}

// The Dirichlet distribution of concentration c around shares s has the mean s and the variance
// s (1 - s)/(c + 1): with s = 1/4 and c = 20, 0.1875/21, whose root is 0.0945.
TEST_CASE("Dirichlet weights have the mean and the variance of theory") {
  SmallFramework framework;
  framework.indicator("i1", 1);
  framework.indicator("i2", 3);
  Method method;
  method.robustness.weights = dirichlet(20);
  const auto study = robustness(framework, method, table_of({{1, 0}, {0, 1}}),
                                {.samples = 20000, .keep_runs = true});
  REQUIRE(study);
  const auto share = study->run_scores.array().row(0) / 100;  // P's score is the first weight
  CHECK(share.mean() == Approx(0.25).margin(0.003));
  CHECK(std::sqrt((share - share.mean()).square().mean()) == Approx(0.0945).margin(0.002));
}

// One place of three carries an error: x = 5 between the fixed bounds 0 and 10, with standard
// error 0.5. Its score 10 x has the standard deviation 5.
TEST_CASE("a standard error of the data widens the scores as it should") {
  SmallFramework framework;
  framework.indicator("i1").score = linear_score(0, 10);
  IndicatorTable table = table_of({{2}, {5}, {8}});
  table.standard_error.assign(3, 1, 0);
  table.standard_error(1, 0) = 0.5;
  Method method;
  method.robustness = {.noise = NoiseVariation{}};
  const auto study = robustness(framework, method, table, {.samples = 20000, .keep_runs = true});
  REQUIRE(study);
  CHECK(study->by_row[0].score.low == study->by_row[0].score.high);
  const auto scores = study->run_scores.array().row(1);
  CHECK(scores.mean() == Approx(50).margin(0.15));
  CHECK(std::sqrt((scores - scores.mean()).square().mean()) == Approx(5).margin(0.1));
}

TEST_CASE("replications that fail are counted and explained") {
  const Framework framework = two_and_one();
  Method method;
  method.normalise = {"min_max", {{"range", list({{1.0}, {100.0}})}}};
  const Aggregation arithmetic, geometric{{"geometric", {}}}, harmonic{{"harmonic", {}}};
  method.robustness = {.normalise = {method.normalise, {"z_score", {}}},
                       .aggregate = {{arithmetic}, {geometric}}};
  const auto study = robustness(framework, method, numbers(20, 5, false), {.samples = 512});
  REQUIRE(study);
  // z_score with geometric: a quarter of the points, evenly spread.
  REQUIRE(study->failed.size() == 1);
  CHECK(std::abs(study->failed[0].count - 128) <= 3);
  CHECK(study->failed[0].reason.in("en") ==
        "normalise z_score, aggregate geometric: a negative score below makes the geometric mean "
        "of a missing");
  REQUIRE(study.diagnostics.size() == 1);
  CHECK(study.diagnostics[0].code == "N530");
  CHECK(study->runs == 512);

  method.normalise = {"z_score", {}};
  method.aggregate = {Aggregation{}};
  method.robustness = {.aggregate = {{geometric}, {harmonic}}};
  const auto hopeless = robustness(framework, method, numbers(20, 5, false), {.samples = 10});
  CHECK_FALSE(hopeless);
  CHECK(hopeless.diagnostics.back().code == "N531");
}

TEST_CASE("an aggregation under which a mirrored category has no middle fails, and says so") {
  SmallFramework framework = two_and_one();
  framework.category("c").indicator("c1");
  for (Node& node : framework.get().nodes)
    if (node.id == "b") node.direction = Direction::lower;
  Method method;
  method.robustness = {.aggregate = {{Aggregation{}}, {{{"sum", {}}}, Aggregation{}}}};
  const auto study = robustness(framework, method, numbers(20, 6, false), {.samples = 512});
  REQUIRE(study);
  REQUIRE(study->failed.size() == 1);
  CHECK(std::abs(study->failed[0].count - 256) <= 3);  // half of the points
  CHECK(study->failed[0].reason.in("en").find("b counts the other way round") != std::string::npos);
}

// Without i2 the index is i1, so that places swap: shift of one each. Without i1 nothing changes.
TEST_CASE("removal in turn") {
  SmallFramework framework;
  framework.indicator("i1", 1);
  framework.indicator("i2", 3);
  const auto study =
      robustness(framework, {}, table_of({{1, 0}, {0, 1}}), {.samples = 10, .removal = true});
  REQUIRE(study);
  REQUIRE(study->removal.size() == 2);
  CHECK(study->removal[0].node == 1);
  CHECK(study->removal[0].rank_shift == 0);
  CHECK(study->removal[1].rank_shift == 1);
  CHECK(study->removal[1].score[0] == 100);
  CHECK(study->removal[1].rank[0] == 1);
}

TEST_CASE("what is wrong with `robustness` is told") {
  const Framework framework = two_and_one();
  const IndicatorTable table = numbers(5, 5);
  const auto codes = [&](Variation variation) {
    Method method;
    method.robustness = std::move(variation);
    std::string all;
    for (const Diagnostic& d : robustness(framework, method, table).diagnostics)
      all += (all.empty() ? "" : " ") + d.code + ' ' + d.in;
    return all;
  };
  CHECK(codes({.normalise = {{"min_max", {}}, {"zscore", {}}}}) ==
        "M600 method.robustness.normalise[2]");
  CHECK(codes({.weights = {WeightVariation::Kind::sets, 0, 0, {{{"c", 1}}, {}}}}) ==
        "M654 method.robustness.weights.sets[1]");
  CHECK(codes({.drop = 5}) == "Y131 method.robustness.drop");
  CHECK(codes({}) == "M669 method.robustness");

  CHECK(codes({.impute = {{{"none", {}}}, {{"mean", {}}, {"medain", {}}}}}) ==
        "M600 method.robustness.impute[2][2]");

  const auto option = [&](RobustnessOptions options) {
    return robustness(framework, {}, table, options).diagnostics.at(0).code;
  };
  CHECK(option({.samples = 0}) == "M668");
  CHECK(option({.node = "a1"}) == "M670");
  CHECK(option({.places = {"nowhere"}}) == "M658");
  CHECK(option({.samples = 200'000'000}) == "M671");
}

TEST_CASE("a study of places without scores says so") {
  IndicatorTable table = numbers(5, 5, false);
  table.values.fill(none);
  const auto study = robustness(two_and_one(), {}, table, {.samples = 10});
  CHECK_FALSE(study);
  CHECK(study.diagnostics.back().code == "N532");
}

TEST_CASE("an alternative of imputation may be several in turn") {
  Method method;
  method.robustness.impute = {{{"none", {}}},
                              {{"mean", {{"group", {std::string("ring")}}}}, {"median", {}}}};
  const auto table = numbers(5, 5);
  const analysis::Experiment e(std::make_shared<Framework>(two_and_one()), method, table, {},
                               nullptr);
  CHECK(e.method_of(0).impute == method.robustness.impute[0]);
  CHECK(e.method_of(1).impute == method.robustness.impute[1]);
}
