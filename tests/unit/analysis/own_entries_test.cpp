// A program's own methods, under names that nobody knows, against the built-in ones that they are.
#include <catch2/catch.hpp>
#include <cmath>

#include "run_program.h"
#include "unit/model/small_framework.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

using Shared = std::shared_ptr<const MethodTable>;

/// The built-in methods, where `arithmetic` is called `plain`, and counts how often it is called.
Shared renamed_mean(long& calls) {
  auto table = std::make_shared<MethodTable>(builtin_methods());
  for (Aggregator& mean : table->aggregators)
    if (mean.name == "arithmetic") {
      mean.name = "plain";
      mean.apply = [&calls, apply = mean.apply](const Children& children, const Choice& choice,
                                                std::span<double> score) {
        ++calls;
        return apply(children, choice, score);
      };
    }
  return table;
}

/// The built-in methods, where `ahp` is called `panel` and `bwm` is called `ends`.
Shared renamed_judgements() {
  auto table = std::make_shared<MethodTable>(builtin_methods());
  for (Weighting& weighting : table->weightings) {
    if (weighting.name == "ahp") weighting.name = "panel";
    if (weighting.name == "bwm") weighting.name = "ends";
  }
  return table;
}

Method method_from(const std::string& yaml, const Shared& methods) {
  const TemporaryFolder folder;
  write_file(folder.path() + "/method.yaml", yaml);
  return value_or_throw(load_method(folder.path() + "/method.yaml", Method{},
                                    methods ? *methods : builtin_methods()));
}

Model own_model(const std::shared_ptr<const Framework>& framework, const IndicatorTable& table,
                const std::string& yaml, const Shared& methods = nullptr) {
  return value_or_throw(fit(framework, method_from(yaml, methods), table, methods));
}

/// index <- a (weight 2) <- a1 (1), a2 (3), a3 (2); index <- b (1) <- b1, b2; values are their
/// scores.
SmallFramework own_tree() {
  SmallFramework out;
  out.category("a", 2);
  out.indicator("a1").score = linear_score(0, 100);
  out.indicator("a2", 3).score = linear_score(0, 100);
  out.indicator("a3", 2).score = linear_score(0, 100);
  out.category("b");
  out.indicator("b1").score = linear_score(0, 100);
  out.indicator("b2", 0.5).score = linear_score(0, 100);
  return out;
}

/// With the names that a saved model keeps.
std::shared_ptr<const Framework> savable(const SmallFramework& tree) {
  auto framework = std::make_shared<Framework>(tree);
  framework->id = "tree";
  for (Indicator& indicator : framework->indicators) {
    indicator.unit = "1";
    indicator.formula = indicator.id;
  }
  return framework;
}

IndicatorTable own_values() {
  return table_of(
      {{40, 80, 3, 50, 10}, {10, none, 9, 30, 90}, {70.3, 20.1, 50.7, none, 1}, {5, 6, 7, 8, 9}});
}

bool same_scores(const Matrix<double>& x, const Matrix<double>& y) {
  const auto a = x.array(), b = y.array();
  return ((a == b) || (a.isNaN() && b.isNaN())).all();
}

/// a1 three times as important as a2 and a3 each: 3/5 of the 6 that they were given. b1 twice b2.
const std::string pairwise =
    "matrices: {a: [[1, 3, 3], [0.3333333, 1, 1], [0.3333333, 1, 1]], b: [[1, 2], [0.5, 1]]}";
const std::string best_worst = "matrices: {a: [[1, 3, 3], [3, 1, 1]], b: [[1, 2], [2, 1]]}";

}  // namespace

TEST_CASE("an own arithmetic mean takes the fused kernel, to the bit") {
  long calls = 0;
  const Shared methods = renamed_mean(calls);
  const auto f = savable(own_tree());
  const Model own = own_model(f, own_values(), "aggregate: plain", methods);
  const Model built_in = own_model(f, own_values(), "aggregate: arithmetic");
  CHECK(same_scores(apply(own, own_values()).score, apply(built_in, own_values()).score));
  CHECK(calls == 1);  // the index, of which no child is a leaf

  const TemporaryFolder folder;
  REQUIRE(save_model(own, folder.path() + "/model.yaml").empty());
  const Model loaded = value_or_throw(load_model(folder.path() + "/model.yaml", f, methods));
  CHECK(same_scores(apply(loaded, own_values()).score, apply(built_in, own_values()).score));
}

TEST_CASE("an own arithmetic mean takes the fast path of robustness") {
  long calls = 0;
  const Shared methods = renamed_mean(calls);
  const auto f = std::make_shared<const Framework>(own_tree());
  const std::string varied = "\nrobustness: {weights: {method: uniform, spread: 0.5}}";
  const RobustnessOptions options{.samples = 256, .keep_runs = true};
  const auto a = robustness(f, method_from("aggregate: plain" + varied, methods), own_values(),
                            options, methods);
  const auto b =
      robustness(f, method_from("aggregate: arithmetic" + varied, nullptr), own_values(), options);
  REQUIRE(a);
  REQUIRE(b);
  CHECK(same_scores(a->run_scores, b->run_scores));
  CHECK((a->run_ranks.array() == b->run_ranks.array()).all());
  CHECK(calls < 256);  // not once a replication
}

// In the closed form what a weight did is taken at midpoint scores; one change after another it
// would not be.
TEST_CASE("an own arithmetic mean is compared in closed form") {
  long calls = 0;
  const Shared methods = renamed_mean(calls);
  SmallFramework changed = own_tree();
  changed.get().nodes[2].weight = 2;
  const auto f = std::make_shared<const Framework>(own_tree());
  const auto g = std::make_shared<const Framework>(changed);
  IndicatorTable later = own_values();
  later.values(0, 0) = 60;
  later.values(1, 1) = 20;
  const Model own_before = own_model(f, own_values(), "aggregate: plain", methods);
  const Model own_after = own_model(g, later, "aggregate: plain", methods);
  const Model before = own_model(f, own_values(), "aggregate: arithmetic");
  const Model after = own_model(g, later, "aggregate: arithmetic");
  const IndicatorTable earlier = own_values();
  const Comparison own = compare({own_before, earlier}, {own_after, later});
  const Comparison built_in = compare({before, earlier}, {after, later});
  REQUIRE(own.moves.size() == built_in.moves.size());
  for (std::size_t m = 0; m < own.moves.size(); ++m) {
    REQUIRE(own.moves[m].contributions.size() == built_in.moves[m].contributions.size());
    for (std::size_t k = 0; k < own.moves[m].contributions.size(); ++k) {
      CHECK(own.moves[m].contributions[k].node == built_in.moves[m].contributions[k].node);
      CHECK(own.moves[m].contributions[k].amount == built_in.moves[m].contributions[k].amount);
    }
  }
}

TEST_CASE("an own arithmetic mean adds up in explanations") {
  long calls = 0;
  const Shared methods = renamed_mean(calls);
  const auto f = std::make_shared<const Framework>(own_tree());
  const auto explained = [&](const std::string& mean, const Shared& table) {
    const Model model = own_model(f, own_values(), "aggregate: " + mean, table);
    return explain(Run{f, {}, own_values(), model, apply(model, own_values())}, 0, 0);
  };
  const Explanation own = explained("plain", methods), built_in = explained("arithmetic", nullptr);
  CHECK(own.adds_up);
  CHECK(own.worked_out == built_in.worked_out);
  REQUIRE(own.children.size() == 2);
  for (std::size_t k = 0; k < 2; ++k)
    CHECK(own.children[k].contribution == built_in.children[k].contribution);
}

TEST_CASE("own weightings by judgements get the matrices of the nodes that have one") {
  const Shared methods = renamed_judgements();
  const auto f = std::make_shared<const Framework>(own_tree());
  const std::vector<double> pairs =
      own_model(f, own_values(), "weights: {method: panel, " + pairwise + "}", methods).weights;
  CHECK(pairs == own_model(f, own_values(), "weights: {method: ahp, " + pairwise + "}").weights);
  CHECK(pairs[2] == Approx(3.6));  // a1: 3/5 of 6
  const std::vector<double> ends =
      own_model(f, own_values(), "weights: {method: ends, " + best_worst + "}", methods).weights;
  CHECK(ends == own_model(f, own_values(), "weights: {method: bwm, " + best_worst + "}").weights);
  CHECK(ends[2] == Approx(3.6));
}

TEST_CASE("an own weighting by judgements needs no data, and combines with others") {
  const Shared methods = renamed_judgements();
  const auto f = std::make_shared<const Framework>(own_tree());
  const Method panel = method_from("weights: {method: panel, " + pairwise + "}", methods);
  const auto statistics = collect(*f, panel, own_values(), *methods);
  REQUIRE(statistics);
  CHECK(std::isnan(statistics->strata[0].columns[0].mean));
  CHECK(fit(f, panel, *statistics, methods));

  // Half of the best-worst weights and half of equal ones: (3/5 + 1/3)/2 of 6.
  const std::string both = "weights: {method: combined, of: [ends, equal], " + best_worst + "}";
  CHECK(own_model(f, own_values(), both, methods).weights[2] == Approx(2.8));
}

TEST_CASE("an own treatment is applied when fitting, scoring, and from a saved model") {
  Treater root;
  root.name = "root";
  root.fit = [](std::span<const double>, const Choice&) {
    Treatment treatment;
    treatment.method = "root";
    return treatment;
  };
  root.apply = [](const Treatment&, double x) { return std::sqrt(x); };
  auto methods = std::make_shared<MethodTable>(builtin_methods());
  methods->add(root);
  SmallFramework tree;
  tree.category("a");
  tree.indicator("a1");
  const auto f = savable(tree);
  const IndicatorTable table = table_of({{0}, {4}, {16}, {none}});  // roots 0, 2, 4
  const Model model = value_or_throw(fit(f, method_from("treat: root", methods), table, methods));
  const Scorecard card = apply(model, table);
  CHECK(card.score(1, 2) == 50);
  CHECK(card.flags(1, 2) == flag_treated);
  CHECK(std::isnan(card.score(3, 2)));

  const TemporaryFolder folder;
  REQUIRE(save_model(model, folder.path() + "/model.yaml").empty());
  const Model loaded = value_or_throw(load_model(folder.path() + "/model.yaml", f, methods));
  CHECK(same_scores(apply(loaded, table).score, card.score));
}

TEST_CASE("a table with a method twice or without its function is not fitted") {
  auto methods = std::make_shared<MethodTable>(builtin_methods());
  methods->aggregators.push_back(methods->aggregators.front());
  const auto f = std::make_shared<const Framework>(own_tree());
  CHECK_THROWS_AS(fit(f, {}, own_values(), methods), UsageError);
  methods->aggregators.pop_back();
  methods->normalisers.front().fit = nullptr;
  CHECK_THROWS_AS(fit(f, {}, own_values(), methods), UsageError);
}
