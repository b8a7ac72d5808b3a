// What a program may hand over wrongly: every function says what it found, and reads nothing
// beyond.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "tijian/tijian.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;
using Catch::Contains;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Two indicators, by two variables of the same names.
Framework two() {
  SmallFramework made;
  made.category("c");
  made.indicator("a");
  made.indicator("b");
  Framework& f = made.get();
  f.id = "two";
  f.variables.resize(2);
  f.variables[0].id = "a";
  f.variables[1].id = "b";
  return f;
}

/// Two rows, the indicators given directly.
Dataset given() {
  Dataset data;
  data.rows = table_of({{1, 2}, {3, 4}}).rows;
  data.columns = {{-1, 0, {}}, {-1, 1, {}}};
  data.values.assign(2, 2, 1);
  return data;
}

const Method plain{};

Run scored() {
  const auto f = std::make_shared<const Framework>(two());
  IndicatorTable table = table_of({{1, 2}, {3, 4}});
  auto fitted = fit(f, plain, table);
  Model model = value_or_throw(std::move(fitted));
  Scorecard card = apply(model, table);
  return {f, given(), std::move(table), std::move(model), std::move(card)};
}

template <class Change>
void refuse_run(Change change, const char* words) {
  Run run = scored();
  change(run);
  CHECK_THROWS_WITH(check(run), Contains(words));
  CHECK_THROWS_AS(check(run), UsageError);
  CHECK_THROWS_AS(explain(run, 0, 0), UsageError);
}

template <class Change>
void refuse_table(Change change, const char* words) {
  const Framework f = two();
  IndicatorTable table = table_of({{1, 2}, {3, 4}});
  const Model model = fit_or_throw(f, plain, table);
  change(table);
  CHECK_THROWS_WITH(check(table, f), Contains(words));
  CHECK_THROWS_AS(check(table, f), UsageError);
  CHECK_THROWS_AS(fit(f, plain, table), UsageError);
  CHECK_THROWS_AS(apply(model, table), UsageError);
  CHECK_THROWS_AS(audit(model, table), UsageError);
  CHECK_THROWS_AS(collect(f, plain, table), UsageError);
  CHECK_THROWS_AS(robustness(f, plain, table), UsageError);
  const IndicatorTable right = table_of({{1, 2}, {3, 4}});
  CHECK_THROWS_AS(compare({model, right}, {model, table}), UsageError);
  CHECK_THROWS_AS(compare({model, table}, {model, right}), UsageError);
  Statistics statistics = *collect(f, plain, right);
  CHECK_THROWS_AS(collect_entropy(statistics, f, plain, table), UsageError);
  refuse_run([&](Run& run) { change(run.table); }, words);
}

template <class Change>
void refuse_data(Change change, const char* words) {
  const Framework f = two();
  Dataset data = given();
  change(data);
  CHECK_THROWS_WITH(check(data, f), Contains(words));
  CHECK_THROWS_AS(evaluate(f, data), UsageError);
  CHECK_THROWS_AS(evaluate(f, std::move(data)), UsageError);
  refuse_run([&](Run& run) { change(run.data); }, words);
}

template <class Change>
void refuse_model(Change change, const char* words) {
  const IndicatorTable table = table_of({{1, 2}, {3, 4}});
  Model model = fit_or_throw(two(), plain, table);
  change(model);
  CHECK_THROWS_WITH(check(model), Contains(words));
  CHECK_THROWS_AS(apply(model, table), UsageError);
  CHECK_THROWS_AS(audit(model, table), UsageError);
  CHECK_THROWS_AS(compare({model, table}, {model, table}), UsageError);
  refuse_run([&](Run& run) { change(run.model); }, words);
}

}  // namespace

template <class Change>
void refuse_framework(Change change, const char* words) {
  Framework changed = two();
  change(changed);
  const IndicatorTable table = table_of({{1, 2}, {3, 4}});
  const Model model = fit_or_throw(two(), plain, table);
  CHECK_THROWS_WITH(check(changed), Contains(words));
  CHECK_THROWS_AS(check(changed), UsageError);
  CHECK_THROWS_AS(check(plain, changed), UsageError);
  CHECK_THROWS_AS(check(table, changed), UsageError);
  CHECK_THROWS_AS(evaluate(changed, given()), UsageError);
  CHECK_THROWS_AS(fit(changed, plain, table), UsageError);
  CHECK_THROWS_AS(collect(changed, plain, table), UsageError);
  CHECK_THROWS_AS(robustness(changed, plain, table), UsageError);
  Model other = model;
  other.framework = std::make_shared<const Framework>(changed);
  CHECK_THROWS_AS(apply(other, table), UsageError);
  refuse_run([&](Run& run) { run.framework = std::make_shared<const Framework>(changed); }, words);
}

TEST_CASE("A framework that a program made is refused unless it is a tree") {
  refuse_framework([](Framework& f) { f.nodes.clear(); }, "no nodes");
  refuse_framework([](Framework& f) { f.nodes[0].parent = 1; }, "parent is 1");
  refuse_framework([](Framework& f) { f.nodes[2].parent = 3; }, "child 2");
  refuse_framework([](Framework& f) { f.nodes[2].parent = 0; }, "child 2");
  refuse_framework([](Framework& f) { f.nodes[1].parent = -1; }, "child 1");
  refuse_framework([](Framework& f) { f.nodes[1].children = {2, 3, 4}; }, "child 4");
  refuse_framework([](Framework& f) { f.nodes[1].children = {2, 2}; }, "child 2");
  refuse_framework([](Framework& f) { f.nodes[1].children = {3, 2}; }, "child 2");
  refuse_framework([](Framework& f) { f.nodes[1].children = {2}; }, "no child of their parent");
  refuse_framework([](Framework& f) { f.nodes[1].children = {0, 2, 3}; }, "child 0");
  refuse_framework([](Framework& f) { f.nodes[2].children = {3}; }, "of a leaf, or -1");
  refuse_framework([](Framework& f) { f.nodes[2].indicator = 7; }, "order of the leaves");
  refuse_framework([](Framework& f) { f.nodes[2].indicator = -2; }, "of a leaf, or -1");
  refuse_framework([](Framework& f) { f.nodes[3].indicator = 0; }, "order of the leaves");
  refuse_framework([](Framework& f) { f.nodes[3].indicator = -1; }, "2 indicators, 1 leaves");
  refuse_framework([](Framework& f) { f.indicators.pop_back(); }, "1 indicators, 2 leaves");
  refuse_framework([](Framework& f) { f.nodes[2].weight = none; }, "weight is nan");
  refuse_framework([](Framework& f) { f.nodes[2].weight = -1; }, "weight is -1");
  refuse_framework([](Framework& f) { f.nodes[1].weight = infinite; }, "weight is inf");
  refuse_framework([](Framework& f) { f.nodes[1].height = 0; }, "height 0");
  refuse_framework([](Framework& f) { f.nodes[3].height = -1; }, "height is -1");
  refuse_framework([](Framework& f) { f.indicators[0].direction = Direction(9); }, "direction");
  refuse_framework([](Framework& f) { f.nodes[1].felt_as = 2; }, "felt_as is 2");
  refuse_framework([](Framework& f) { f.nodes[1].felt_as = -2; }, "felt_as is -2");
  refuse_framework([](Framework& f) { f.indicators[0].interval = IntervalRule{"n"}; },
                   "interval is a share of 'n'");
}

TEST_CASE("a table of other sizes is refused, and what was found is said") {
  refuse_table([](IndicatorTable& t) { t.values.assign(2, 1, 0); },
               "values has 1 columns, the framework has 2 indicators");
  refuse_table([](IndicatorTable& t) { t.values.assign(1, 2, 0); },
               "values has 1 rows, rows has 2");
  refuse_table([](IndicatorTable& t) { t.values = {}; }, "values has 0 columns");
  refuse_table([](IndicatorTable& t) { t.applicable.assign(2, 1, true); },
               "applicable is 2 x 1, values is 2 x 2");
  refuse_table([](IndicatorTable& t) { t.synthetic.assign(1, 2, true); }, "synthetic is 1 x 2");
  refuse_table([](IndicatorTable& t) { t.uncited.assign(3, 2, true); }, "uncited is 3 x 2");
  refuse_table([](IndicatorTable& t) { t.standard_error.assign(2, 3, 0); },
               "standard_error is 2 x 3");
}

TEST_CASE("rows whose numbers or indices do not fit together are refused") {
  refuse_table([](IndicatorTable& t) { t.rows.period.pop_back(); },
               "rows.period has 1 entries, there are 2 rows");
  refuse_table([](IndicatorTable& t) { t.rows.place[1] = 2; }, "rows.place[1] is 2, there are 2");
  refuse_table([](IndicatorTable& t) { t.rows.place[0] = -1; }, "rows.place[0] is -1");
  refuse_table(
      [](IndicatorTable& t) {
        t.rows.attributes = {{"type", {"x"}, {0}}};
      },
      "type has 1 entries, there are 2 rows");
  refuse_table(
      [](IndicatorTable& t) {
        t.rows.attributes = {{"type", {"x"}, {0, 1}}};
      },
      "type[1] is 1, there are 1");
  refuse_table(
      [](IndicatorTable& t) {
        t.rows.attributes = {{"type", {"x"}, {0, -2}}};
      },
      "type[1] is -2");
}

TEST_CASE("a dataset of other sizes, columns or sources is refused") {
  refuse_data([](Dataset& d) { d.values.assign(2, 3, 0); },
              "values is 2 x 3, there are 2 rows and 2 columns");
  refuse_data([](Dataset& d) { d.columns[1].indicator = 2; }, "[1] is 2, there are 2");
  refuse_data([](Dataset& d) { d.columns[0].variable = 7; }, "[0] is 7, there are 2");
  refuse_data([](Dataset& d) { d.columns[0].indicator = -2; }, "[0] is -2, there are 2");
  refuse_data([](Dataset& d) { d.source.assign(2, 2, 0); }, "source[0] is 0, there are 0");
  refuse_data([](Dataset& d) { d.source.assign(2, 1, -1); }, "source is 2 x 1");
  refuse_data([](Dataset& d) { d.standard_error.assign(1, 1, 0); }, "standard_error is 1 x 1");
  refuse_data([](Dataset& d) { d.rows.place.pop_back(); }, "rows.period has 2 entries");
}

TEST_CASE("a model of other sizes is refused") {
  refuse_model([](Model& m) { m.framework.reset(); }, "a framework");
  refuse_model([](Model& m) { m.methods.reset(); }, "a table of methods");
  refuse_model([](Model& m) { m.weights.pop_back(); }, "4 entries, not 3");
  refuse_model([](Model& m) { m.given.clear(); }, "given");
  refuse_model([](Model& m) { m.strata[0].scales.pop_back(); }, "strata[1].scales");
  refuse_model([](Model& m) { m.strata[0].treatments.pop_back(); }, "strata[1].treatments");
  refuse_model([](Model& m) { m.strata[0].constant.clear(); }, "2 entries, not 0");
  refuse_model([](Model& m) { m.method.impute = {{"mean", {}}}; }, "fills");
}

TEST_CASE("a framework knows the tables and data that are its own") {
  Framework f = two(), other = two();
  f.fingerprint = 1;
  other.fingerprint = 2;
  Dataset data = given();
  data.fingerprint = f.fingerprint;
  const IndicatorTable table = evaluate(f, data);
  CHECK(table.fingerprint == 1);
  CHECK_NOTHROW(check(table, f));
  CHECK_THROWS_WITH(check(table, other), "the table is of another framework than 'two'");
  CHECK_THROWS_WITH(evaluate(other, data), "the dataset is of another framework than 'two'");
  CHECK_NOTHROW(check(table_of({{1, 2}}), other));  // filled by a program
}

TEST_CASE("frameworks that are read know each other by their indicators") {
  const std::string folder = TIJIAN_ROOT "/indicators/";
  const Framework a = load_framework_or_throw(folder + "chaoyang");
  const Framework b = load_framework_or_throw(folder + "key_area");
  CHECK(a.fingerprint != 0);
  CHECK(a.fingerprint != b.fingerprint);
  CHECK(load_framework_or_throw(folder + "chaoyang").fingerprint == a.fingerprint);
}

TEST_CASE("places outside rows and scores are refused") {
  const Framework f = two();
  IndicatorTable table = table_of({{1, 2}, {3, 4}});
  table.rows.attributes = {{"type", {"x"}, {0, -1}}};
  CHECK(table.rows.place_of(1) == "p1");
  CHECK_THROWS_WITH(table.rows.place_of(2), "row 2 of 2 rows");
  CHECK_THROWS_AS(table.rows.place_of(-1), UsageError);
  CHECK(table.rows.attributes[0].at(1).empty());
  CHECK_THROWS_AS(table.rows.attributes[0].at(2), UsageError);
  const Scorecard card = apply(fit_or_throw(f, {}, table), table);
  CHECK(card.coverage_of(0, 3) == 1);
  CHECK_THROWS_AS(card.coverage_of(0, 4), UsageError);
  CHECK_THROWS_AS(card.coverage_of(2, 0), UsageError);
  CHECK(card.column(9) == -1);
  CHECK_THROWS_WITH(rank_within_periods(std::vector<double>{1}, table.rows),
                    "1 scores, 2 places and 2 periods of rows");
}

TEST_CASE("a run whose parts do not belong together is refused") {
  CHECK_NOTHROW(check(scored()));
  refuse_run([](Run& run) { run.framework.reset(); }, "the run has no framework");
  refuse_run([](Run& run) { run.card.framework.reset(); }, "card has no framework");
  refuse_run([](Run& run) { run.card.rows = {}; }, "the run's card has 0 rows, its table 2");
  refuse_run([](Run& run) { run.card.score.assign(2, 1, 0); }, "scores are 2 x 1");
  refuse_run([](Run& run) { run.card.nodes.back() = 9; }, "node 9 of 4");
  refuse_run([](Run& run) { run.table = table_of({{1, 2}}); }, "card has 2 rows, its table 1");
}

TEST_CASE("a run is asked for what it has") {
  const Run run = scored();
  CHECK_THROWS_WITH(run.relative(2), "indicator 2 of 2");
  CHECK_THROWS_WITH(run.mixes(-1), "node -1 of 4");
  CHECK_THROWS_AS(run.mixes(4), UsageError);
  CHECK_THROWS_WITH(run.uncited_value(2, 0), "row 2 of 2");
  CHECK_THROWS_AS(run.uncited_score(0, -1), UsageError);
  CHECK_THROWS_WITH(run.flags(0, 4), "column 4 of 4");
  CHECK_THROWS_AS(Run{}.mixes(0), UsageError);
  CHECK_NOTHROW(run.card.judgement(1, 1));
  CHECK_THROWS_WITH(run.card.judgement(2, 0), "row 2 and indicator 0 of verdicts of 2 x 2");
  CHECK_THROWS_AS(run.card.judgement(0, 2), UsageError);
  CHECK_THROWS_AS(Scorecard{}.judgement(0, 0), UsageError);
}

TEST_CASE("without a framework nothing is read, and lists of other lengths are refused") {
  CHECK_THROWS_AS(parse_model("tijian_model: 2", nullptr), UsageError);
  const std::vector<double> four(4), hundred(100);
  CHECK_THROWS_AS(sobol_indices(four, hundred, {}, 0, 1), UsageError);
  const std::vector<std::vector<double>> mixed{{1, 2}};
  CHECK_THROWS_AS(sobol_indices(four, four, mixed, 0, 1), UsageError);
}

TEST_CASE("a program's own weighting that gives no shares is told so") {
  const auto refuses = [](std::vector<double> weights, const char* words) {
    auto table = std::make_shared<MethodTable>(builtin_methods());
    Weighting own;
    own.name = "own";
    own.weigh = [weights](const WeightingData&, const Choice&) { return weights; };
    table->add(std::move(own));
    Method method;
    method.weights = {"own", {}};
    const auto f = std::make_shared<const Framework>(two());
    CHECK_THROWS_WITH(fit(f, method, table_of({{1, 2}, {3, 4}}), table), Contains(words));
  };
  refuses({1}, "weighting 'own' gave 1 weights for 2");
  refuses({-0.5, 1.5}, "weights below 0");
  refuses({0, 0}, "sum 0, not 1");
  refuses({infinite, 1}, "sum inf");
}

TEST_CASE("statistics of other sizes are refused") {
  const Framework f = two();
  const Statistics right = *collect(f, {}, table_of({{1, 2}, {3, 4}}));
  Statistics wrong = right;
  wrong.strata[0].columns.pop_back();
  const auto shared = std::make_shared<const Framework>(f);
  CHECK_THROWS_AS(fit(shared, {}, wrong), UsageError);
  CHECK_THROWS_AS(merge(std::vector{right, wrong}), UsageError);
  wrong = right;
  wrong.pairs.push_back({0, 2});
  CHECK_THROWS_AS(fit(shared, {}, wrong), UsageError);
  CHECK_THROWS_AS(fit(nullptr, {}, right), UsageError);
}

TEST_CASE("infinite values are told where they are computed, fitted and scored") {
  const Framework f = two();
  Dataset data = given();
  data.values(1, 0) = infinite;
  const IndicatorTable table = evaluate(f, std::move(data));
  CHECK(std::isnan(table.values(1, 0)));
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(table.diagnostics[0].code == "N503");

  IndicatorTable filled = table_of({{1, 2}, {3, 4}});
  const Model model = fit_or_throw(f, {}, filled);
  filled.values(0, 1) = -infinite;
  const Loaded<Model> fitted = fit(f, {}, filled);
  CHECK_FALSE(fitted);
  REQUIRE(fitted.diagnostics.size() == 1);
  CHECK(fitted.diagnostics[0].code == "N508");
  const Scorecard card = apply(model, filled);
  REQUIRE(card.diagnostics.size() == 1);
  CHECK(card.diagnostics[0].code == "N507");
  CHECK(card.diagnostics[0].count == 1);
}

TEST_CASE("what a loader returns is moved out, or its errors are thrown") {
  const auto returned = [](std::vector<int> numbers) {
    return Loaded<std::vector<int>>{std::move(numbers), {}};
  };
  std::vector<int> numbers{1, 2};
  const int* memory = numbers.data();
  CHECK((*returned(std::move(numbers))).data() == memory);
  CHECK_THROWS_AS(*load_framework("nowhere"), InputError);
}
