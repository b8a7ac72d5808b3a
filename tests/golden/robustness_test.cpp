// Uncertainty and sensitivity against COINr 1.1.14, brute force and theory.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "asem.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

Choice choice(std::string name, ValueMap parameters = {}) {
  return {std::move(name), std::move(parameters)};
}
Value numbers(double a, double b) { return {ValueList{{a}, {b}}}; }

// The alternatives of the recorded study: tests/data/asem/README.md, `ua_*`.
Choice winsorise(double points) {
  return choice("winsorise", {{"max_points", {points}}, {"otherwise", {std::string("log")}}});
}
Choice min_max() { return choice("min_max", {{"range", numbers(1, 100)}}); }
Choice z_score() { return choice("z_score", {{"mean", {10.0}}, {"sd", {2.0}}}); }

Method asem_method() {
  Method method;
  method.impute = {choice("mean", {{"group", {std::string("EurAsia_group")}}})};
  method.treat = winsorise(5);
  return method;
}

/// The recorded sets of weights, one a number.
std::map<std::string, std::map<std::string, double>> recorded_sets(const ReferenceTable& weights,
                                                                   const Framework& framework) {
  std::map<std::string, std::map<std::string, double>> sets;
  for (const std::string& set : weights.rows()) {
    if (sets.contains(set)) continue;
    const auto values = weights.where("rep", set, "Weight");
    const auto codes = weights.texts("rep", set, "iCode");
    for (std::size_t k = 0; k < codes.size(); ++k)
      if (framework.find_node(codes[k]) > 0) sets[set][codes[k]] = values[k];
  }
  return sets;
}

/// What varies in the recorded study.
Variation recorded_variation(const ReferenceTable& weights, const Framework& framework) {
  Variation variation;
  for (int points = 1; points <= 5; ++points) variation.treat.push_back(winsorise(points));
  variation.normalise = {min_max(), z_score()};
  variation.aggregate = {{Aggregation{}}, {{choice("geometric")}}};
  variation.weights.kind = WeightVariation::Kind::sets;
  for (const auto& [number, set] : recorded_sets(weights, framework))
    variation.weights.sets.push_back(set);
  return variation;
}

}  // namespace

TEST_CASE("the 200 recorded runs of COINr's uncertainty analysis, replayed") {
  const auto asem = Asem::load(true);
  const auto parameters = reference_table("asem/ua_vignette_N200_parameters.csv");
  const auto weights = reference_table("asem/ua_noisy_weights.csv");
  const auto scores = reference_table("asem/ua_vignette_N200_scores.csv");
  const auto ranks = reference_table("asem/ua_vignette_N200_ranks.csv");
  const auto sets = recorded_sets(weights, asem.framework);
  int compared = 0;
  for (const std::string& run : parameters.rows()) {
    Method method = asem_method();
    method.treat = winsorise(parameters.at(run, "winmax"));
    method.normalise = parameters.text(run, "norm") == "n_minmax" ? min_max() : z_score();
    method.aggregate = {
        {choice(parameters.text(run, "agg") == "a_amean" ? "arithmetic" : "geometric")}};
    Framework framework = asem.framework;
    for (const auto& [code, weight] : sets.at(parameters.text(run, "wts")))
      framework.nodes[framework.find_node(code)].weight = weight;
    const Scorecard card = apply(fit_or_throw(framework, method, asem.table), asem.table);
    for (Eigen::Index row = 0; row < card.rows.size(); ++row) {
      const std::string& place = card.rows.place_of(row);
      CAPTURE(run, place);
      CHECK(std::abs(card.score(row, 0) - scores.at(place, "r_" + run)) <= 1e-9);
      CHECK(card.rank(row, 0) == ranks.at(place, "r_" + run));
      ++compared;
    }
  }
  CHECK(compared == 200 * 51);
}

TEST_CASE("statistics of the recorded ranks agree with COINr") {
  const auto ranks = reference_table("asem/ua_vignette_N200_ranks.csv");
  const auto expected = reference_table("asem/ua_vignette_N200_rankstats.csv");
  for (const std::string& place : ranks.rows()) {
    std::vector<double> own;
    for (const std::string& column : ranks.columns())
      if (column != "Nominal") own.push_back(ranks.at(place, column));
    const Distribution d = distribution(own, ranks.at(place, "Nominal"));
    CAPTURE(place);
    CHECK(std::abs(d.mean - expected.at(place, "Mean")) <= 1e-9);
    CHECK(d.median == expected.at(place, "Median"));
    CHECK(std::abs(d.low - expected.at(place, "Q5")) <= 1e-9);
    CHECK(std::abs(d.high - expected.at(place, "Q95")) <= 1e-9);
  }
}

TEST_CASE("our own study of the same variation finds the recorded mean ranks") {
  const auto asem = Asem::load(true);
  const auto weights = reference_table("asem/ua_noisy_weights.csv");
  const auto ranks = reference_table("asem/ua_vignette_N200_ranks.csv");
  const auto expected = reference_table("asem/ua_vignette_N200_rankstats.csv");
  Method method = asem_method();
  method.robustness = recorded_variation(weights, asem.framework);
  const auto study = robustness(asem.framework, method, asem.table, {.samples = 4096});
  REQUIRE(study);
  CHECK(study->failed.empty());
  for (Eigen::Index row = 0; row < study->rows.size(); ++row) {
    const std::string& place = study->rows.place_of(row);
    CAPTURE(place);
    const Distribution& rank = study->by_row[row].rank;
    CHECK(rank.nominal == expected.at(place, "Nominal"));
    double mean = expected.at(place, "Mean"), squares = 0;
    for (int run = 1; run <= 200; ++run)
      squares += std::pow(ranks.at(place, "r_" + std::to_string(run)) - mean, 2);
    const double error = std::sqrt(squares / 199 / 200);  // of the recorded mean
    CHECK(std::abs(rank.mean - mean) <= 4 * error + 0.05);
  }
}

TEST_CASE("Sobol indices of COINr's recorded sample of the Ishigami function") {
  const auto sample = reference_table("asem/sa_ishigami_sample.csv");
  const auto expected = reference_table("asem/sa_ishigami_indices.csv");
  constexpr std::size_t n = 512;
  const std::vector<double> y = sample.column("y");
  REQUIRE(y.size() == n * 5);
  std::vector<std::vector<double>> mixed;
  for (std::size_t k = 2; k < 5; ++k)
    mixed.emplace_back(y.begin() + static_cast<std::ptrdiff_t>(k * n),
                       y.begin() + static_cast<std::ptrdiff_t>((k + 1) * n));
  const auto indices = sobol_indices({y.data(), n}, {y.data() + n, n}, mixed, 1000, 1);
  // Theory for a = 7, b = 0.1 (Saltelli et al. 2008, Global Sensitivity Analysis, 4.5).
  const double first[] = {0.3139, 0.4424, 0}, total[] = {0.5576, 0.4424, 0.2437};
  for (std::size_t k = 0; k < 3; ++k) {
    const std::string name = "V" + std::to_string(k + 1);
    CAPTURE(name);
    CHECK(std::abs(indices[k].first.value - expected.at(name, "Si")) <= 1e-9);
    CHECK(std::abs(indices[k].total.value - expected.at(name, "STi")) <= 1e-9);
    CHECK((indices[k].first.low <= first[k] && first[k] <= indices[k].first.high));
    CHECK((indices[k].total.low <= total[k] && total[k] <= indices[k].total.high));
  }
}

TEST_CASE("ASEM: Sobol indices agree with those of all combinations") {
  const auto asem = Asem::load(true);
  const auto weights = reference_table("asem/ua_noisy_weights.csv");
  Method method = asem_method();
  method.robustness = recorded_variation(weights, asem.framework);
  const auto study =
      robustness(asem.framework, method, asem.table,
                 {.samples = 1024, .seed = 3, .sensitivity = true, .places = {"CHN"}});
  REQUIRE(study);

  // Every combination by fit and apply: factors in the order of the study.
  const std::vector<std::string> factors{"aggregate", "normalise", "treat", "weights"};
  REQUIRE(study->factors == factors);
  const auto sets = recorded_sets(weights, asem.framework);
  const Eigen::Index china =
      std::ranges::find(asem.table.rows.places, "CHN") - asem.table.rows.places.begin();
  const Scorecard nominal =
      apply(fit_or_throw(asem.framework, asem_method(), asem.table), asem.table);
  const std::size_t size[] = {2, 2, 5, sets.size()};
  std::vector<double> shift, rank;
  for (int a = 0; a < 2; ++a)
    for (int n = 0; n < 2; ++n)
      for (int t = 0; t < 5; ++t) {
        Method one = asem_method();
        one.aggregate = {{choice(a == 0 ? "arithmetic" : "geometric")}};
        one.normalise = n == 0 ? min_max() : z_score();
        one.treat = winsorise(t + 1);
        Model model = fit_or_throw(asem.framework, one, asem.table);
        for (const auto& [number, set] : sets) {
          for (const auto& [code, weight] : set)
            model.weights[asem.framework.find_node(code)] = weight;
          const Scorecard card = apply(model, asem.table, {.nodes = Nodes::index});
          shift.push_back(
              (card.rank.array().col(0) - nominal.rank.array().col(0)).abs().cast<double>().mean());
          rank.push_back(card.rank(china, 0));
        }
      }

  // Variance over all combinations of the mean over the factors that are not `kept`.
  const auto variance = [&](const std::vector<double>& y, auto kept) {
    std::map<std::vector<std::size_t>, std::pair<double, double>> groups;
    double mean = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      std::size_t rest = i;
      std::vector<std::size_t> key(4);
      for (int f = 3; f >= 0; --f) {
        key[f] = kept(f) ? rest % size[f] + 1 : 0;
        rest /= size[f];
      }
      groups[key].first += y[i];
      groups[key].second += 1;
      mean += y[i] / static_cast<double>(y.size());
    }
    double sum = 0;
    for (const auto& [key, group] : groups)
      sum += std::pow(group.first / group.second - mean, 2) / static_cast<double>(groups.size());
    return sum;
  };
  const auto check = [&](const Sensitivity& found, const std::vector<double>& y) {
    const double all = variance(y, [](int) { return true; });
    for (int f = 0; f < 4; ++f) {
      const double first = variance(y, [&](int g) { return g == f; }) / all;
      const double total = 1 - variance(y, [&](int g) { return g != f; }) / all;
      const SobolIndex& index = found.factors[f];
      CAPTURE(index.factor, index.first.value, first, index.total.value, total);
      CHECK((index.first.low <= first && first <= index.first.high));
      CHECK((index.total.low <= total && total <= index.total.high));
    }
  };
  REQUIRE(study->sensitivity.size() == 3);
  CHECK(study->sensitivity[0].of == Sensitivity::Of::rank_shift);
  check(study->sensitivity[0], shift);
  CHECK(study->sensitivity[2].of == Sensitivity::Of::rank);
  CHECK(study->sensitivity[2].row == china);
  check(study->sensitivity[2], rank);
}
