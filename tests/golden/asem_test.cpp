// Configurations of COINr 1.1.14 over the ASEM data: every score within 1e-9, every rank equal.
#include "asem.h"

#include <catch2/catch.hpp>

using namespace tijian;
using namespace tijian_tests;

namespace {

constexpr int cells = 51 * (49 + 11 + 11);  // normalised, scores, ranks

Choice method(std::string name, ValueMap parameters = {}) {
  return {std::move(name), std::move(parameters)};
}

Value range(double low, double high) { return Value{ValueList{Value{low}, Value{high}}}; }

Scorecard score(const Asem& asem, const Method& choices) {
  return apply(fit_or_throw(asem.framework, choices, asem.table), asem.table);
}

}  // namespace

TEST_CASE("asem a: min-max, arithmetic") {
  const auto asem = Asem::load();
  CHECK(check_asem(score(asem, {}), "a_minmax0100_amean") == cells);
}

TEST_CASE("asem a2: the same with other weights") {
  auto asem = Asem::load();
  const auto weights = reference_table("asem/a2_weights.csv");
  asem.set_weights(weights);
  CHECK(check_asem(score(asem, {}), "a2_minmax0100_amean_customw") == cells);
}

TEST_CASE("asem a3: a parent with too few children is missing") {
  const auto asem = Asem::load();
  Method choices;
  choices.missing = {0.9, MissingRules::Measure::count, {}};
  CHECK(check_asem(score(asem, choices), "a3_minmax0100_amean_datthresh0.9") == cells);
}

TEST_CASE("asem b: z-score, arithmetic") {
  const auto asem = Asem::load();
  Method choices;
  choices.normalise = method("z_score");
  CHECK(check_asem(score(asem, choices), "b_zscore01_amean") == cells);
}

TEST_CASE("asem c: percentile rank, arithmetic") {
  const auto asem = Asem::load();
  Method choices;
  choices.normalise = method("percentile_rank", {{"range", range(0, 1)}});
  CHECK(check_asem(score(asem, choices), "c_prank_amean", {"Political/RUS", "Political/ROU"}) ==
        cells);
}

TEST_CASE("asem d: min-max [1,100], geometric") {
  const auto asem = Asem::load();
  Method choices;
  choices.normalise = method("min_max", {{"range", range(1, 100)}});
  choices.aggregate = {{method("geometric")}};
  CHECK(check_asem(score(asem, choices), "d_minmax1100_gmean") == cells);
}

TEST_CASE("asem e3: another mean on each level") {
  const auto asem = Asem::load();
  Method choices;
  choices.normalise = method("min_max", {{"range", range(1, 100)}});
  choices.aggregate = {{method("arithmetic")}, {method("geometric")}, {method("harmonic")}};
  CHECK(check_asem(score(asem, choices), "e3_minmax1100_amean_gmean_hmean_bylevel") == cells);
}

TEST_CASE("asem g: missing filled by the group's median") {
  const auto asem = Asem::load();
  Method choices;
  choices.impute = {method("median", {{"group", Value{std::string("EurAsia_group")}}})};
  CHECK(check_asem(score(asem, choices), "g_impute_median_grp_minmax_amean") == cells);
}

TEST_CASE("asem h: skewed indicators treated") {
  const auto asem = Asem::load();
  Method choices;
  choices.treat = method("winsorise");
  CHECK(check_asem(score(asem, choices), "h_treat_default_minmax_amean") == cells);
}

TEST_CASE("asem i2: Copeland at all levels") {
  const auto asem = Asem::load();
  Method choices;
  choices.impute = {method("median", {{"group", Value{std::string("EurAsia_group")}}})};
  choices.normalise = method("min_max", {{"range", range(1, 100)}});
  choices.aggregate = {{method("copeland")}};
  CHECK(check_asem(score(asem, choices), "i2_impmedgrp_minmax1100_copeland_alllevels") == cells);
}

TEST_CASE("asem j3: distance to the maximum") {
  const auto asem = Asem::load();
  Method choices;
  choices.normalise = method("distance_to_max", {{"range", range(0, 1)}});
  CHECK(check_asem(score(asem, choices), "j3_dist2max_amean") == cells);
}

TEST_CASE("asem, the full example: denominated, imputed, treated, min-max, arithmetic") {
  const auto asem = Asem::load(true);
  Method choices;
  choices.impute = {method("mean", {{"group", Value{std::string("EurAsia_group")}}})};
  choices.treat = method("winsorise");
  CHECK(check_asem(score(asem, choices), "full_example_pipeline") == cells);
}

TEST_CASE("asem: what imputation and treatment leave, stage by stage") {
  const auto check_stages = [](const Asem& asem, const Choice& impute, const char* imputed,
                               const Choice& treatment, const char* treated) {
    Method choices;
    choices.impute = {impute};
    choices.treat = treatment;
    const Model model = fit_or_throw(asem.framework, choices, asem.table);
    Matrix<double> values = apply(model, asem.table).value;
    if (imputed) check_asem_values(asem, values, imputed);
    for (Eigen::Index j = 0; j < values.cols(); ++j)
      for (double& x : values.column(j))
        x = treat(model.strata[0].treatments[j], tijian::builtin_methods(), x);
    if (treated) check_asem_values(asem, values, treated);
  };
  const auto raw = Asem::load(), denominated = Asem::load(true);
  const Value group{std::string("EurAsia_group")};
  check_asem_values(denominated, denominated.table.values, "full_example_pipeline_denominated");
  check_stages(denominated, method("mean", {{"group", group}}), "full_example_pipeline_imputed",
               method("winsorise"), "full_example_pipeline_treated");
  check_stages(raw, method("median", {{"group", group}}),
               "g_impute_median_grp_minmax_amean_imputed", method("none"), nullptr);
  check_stages(raw, method("none"), nullptr, method("winsorise"),
               "h_treat_default_minmax_amean_treated");
}
