#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

void check_m1(const std::string& set) {
  const auto matrix = reference_table("mcdm/M1_matrix.csv");
  const auto criteria = reference_table("mcdm/M1_criteria.csv");
  const auto expected = reference_table("mcdm/M1_scores_w" + set + ".csv");
  if (!matrix || !criteria || !expected) return;
  const Eigen::ArrayXXd values = matrix->numbers(matrix->rows(), matrix->columns());
  std::vector<double> weights;
  for (const std::string& code : matrix->columns())
    weights.push_back(criteria->at(code, "w_" + set));
  const auto column = [&](const char* name) { return expected->numbers(matrix->rows(), {name}); };
  const auto score = [&](const char* name) {
    return aggregated(choice(name), values, weights).score;
  };

  CHECK(largest_difference(score("topsis"), column("ref_TOPSIS_vector")) < 1e-9);
  CHECK(largest_difference(score("topsis"), column("pymcdm_TOPSIS_vector")) < 1e-9);
  CHECK(largest_difference(1 - score("vikor"), column("pymcdm_VIKOR_Q")) < 1e-9);
  CHECK(largest_difference(1 - score("vikor"), column("skc_VIKOR_q_k")) < 1e-9);
  CHECK(largest_difference(score("grey"), column("ref_GRA_rho0.5_sumw")) < 1e-9);
}

Eigen::ArrayXd goalposts_around_mean(const Eigen::ArrayXd& values) {
  return normalised(choice("goalposts", {{"around", value("mean")},
                                         {"clip", value(false)},
                                         {"range", value(std::vector<double>{70, 130})}}),
                    values);
}

}  // namespace

TEST_CASE("TOPSIS, VIKOR and the grey grade agree with the textbook and three libraries") {
  check_m1("equal");
  check_m1("custom");
}

TEST_CASE("the Mazziotta-Pareto index agrees with Compind and the textbook") {
  const auto input = reference_table("mcdm/compind_input_51x8.csv");
  const auto expected = reference_table("mcdm/compind_scores.csv");
  if (!input || !expected) return;
  const Eigen::ArrayXXd values = input->numbers(input->rows(), input->columns());
  const auto check = [&](const char* penalty, const char* sd, const char* column) {
    INFO(column);
    const Choice mpi = choice("mpi", {{"penalty", value(penalty)}, {"sd", value(sd)}});
    CHECK(largest_difference(aggregated(mpi, values).score,
                             expected->numbers(input->rows(), {column})) < 1e-9);
  };
  check("minus", "sample", "compind_mpi_minus_sd_nm1");
  check("plus", "sample", "compind_mpi_plus_sd_nm1");
  check("minus", "population", "textbook_mpi_minus_popsd");
  check("plus", "population", "textbook_mpi_plus_popsd");
}

TEST_CASE("the adjusted Mazziotta-Pareto index agrees with Compind, which rounds to 3 decimals") {
  const auto input = reference_table("mcdm/compind_input_51x8.csv");
  const auto expected = reference_table("mcdm/compind_scores.csv");
  if (!input || !expected) return;
  Eigen::ArrayXXd values = input->numbers(input->rows(), input->columns());
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    values.col(j) = goalposts_around_mean(values.col(j)).eval();
  const Eigen::ArrayXd ours = aggregated(choice("ampi"), values).score;
  CHECK(largest_difference(ours, expected->numbers(input->rows(), {"compind_ampi_minus_round3"})) <
        0.0005 + 1e-9);
}

TEST_CASE("Copeland agrees with COINr at every level of the ASEM tree") {
  const auto meta = reference_table("asem/iMeta.csv");
  const std::string name = "asem/i2_impmedgrp_minmax1100_copeland_alllevels";
  const auto norm = reference_table(name + "_norm.csv");
  const auto scores = reference_table(name + "_scores.csv");
  if (!meta || !norm || !scores) return;
  for (const std::string& node : scores->columns()) {
    INFO(node);
    const std::vector<std::string> children = asem_children(*meta, node);
    const bool leaves = meta->at(node, "Level") == 2;
    const Eigen::ArrayXXd values = (leaves ? *norm : *scores).numbers(scores->rows(), children);
    CHECK(largest_difference(aggregated(choice("copeland"), values).score,
                             scores->numbers(scores->rows(), {node})) < 1e-9);
  }
}

TEST_CASE("geometric and harmonic means agree with COINr at every level of the ASEM tree") {
  const auto meta = reference_table("asem/iMeta.csv");
  const auto check = [&](const std::string& name, const std::vector<const char*>& means) {
    const auto norm = reference_table("asem/" + name + "_norm.csv");
    const auto scores = reference_table("asem/" + name + "_scores.csv");
    if (!meta || !norm || !scores) return;
    for (const std::string& node : scores->columns()) {
      INFO(name << " " << node);
      const std::vector<std::string> children = asem_children(*meta, node);
      const int level = static_cast<int>(meta->at(node, "Level"));
      const Eigen::ArrayXXd values =
          (level == 2 ? *norm : *scores).numbers(scores->rows(), children);
      CHECK(largest_difference(aggregated(choice(means[level - 2]), values).score,
                               scores->numbers(scores->rows(), {node})) < 1e-9);
    }
  };
  check("d_minmax1100_gmean", {"geometric", "geometric", "geometric"});
  check("e3_minmax1100_amean_gmean_hmean_bylevel", {"arithmetic", "geometric", "harmonic"});
}
