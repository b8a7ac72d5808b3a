#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

/// tests/data/mcdm with one of its two sets of weights.
struct M1Scores {
  ReferenceTable matrix = reference_table("mcdm/M1_matrix.csv");
  ReferenceTable criteria = reference_table("mcdm/M1_criteria.csv");
  ReferenceTable expected;
  std::string set;

  explicit M1Scores(const std::string& name)
      : expected(reference_table("mcdm/M1_scores_w" + name + ".csv")), set(name) {}
  Eigen::ArrayXXd values() const { return matrix.numbers(matrix.rows(), matrix.columns()); }
  Eigen::ArrayXXd column(const std::string& name) const {
    return expected.numbers(matrix.rows(), {name});
  }
  Eigen::ArrayXd score(const Choice& method, const Eigen::ArrayXXd& children) const {
    std::vector<double> weights;
    for (const std::string& code : matrix.columns())
      weights.push_back(criteria.at(code, "w_" + set));
    return aggregated(method, children, weights).score;
  }
  void check(const Eigen::ArrayXXd& ours, const std::vector<const char*>& columns) const {
    for (const char* name : columns) {
      INFO(name << " " << set);
      CHECK(largest_difference(ours, column(name)) < 1e-9);
    }
  }
};

/// (x - min)/(max - min) of a column: what VIKOR makes of S and R.
Eigen::ArrayXXd onto_unit(const Eigen::ArrayXXd& x) {
  return (x - x.minCoeff()) / (x.maxCoeff() - x.minCoeff());
}

void check_topsis(const M1Scores& m1) {
  const Eigen::ArrayXd topsis = m1.score(choice("topsis"), m1.values());
  m1.check(topsis, {"ref_TOPSIS_vector", "pymcdm_TOPSIS_vector", "skc_TOPSIS_vector_similarity",
                    "pyd_TOPSIS_vector"});
  Eigen::ArrayXd rank(topsis.size());
  for (Eigen::Index i = 0; i < rank.size(); ++i)
    rank[i] = 1 + static_cast<double>((topsis > topsis[i]).count());
  m1.check(rank, {"skc_TOPSIS_vector_rank"});
}

void check_vikor(const M1Scores& m1) {
  const auto q = [&](double v) -> Eigen::ArrayXd {
    return 1 - m1.score(choice("vikor", {{"v", value(v)}}), m1.values());
  };
  m1.check(q(0.5), {"pymcdm_VIKOR_Q", "skc_VIKOR_q_k", "pyd_VIKOR_Q"});
  for (const char* library : {"skc_VIKOR_s_k", "pyd_VIKOR_S"})  // with v = 1 only S counts
    CHECK(largest_difference(q(1), onto_unit(m1.column(library))) < 1e-9);
  for (const char* library : {"skc_VIKOR_r_k", "pyd_VIKOR_R"})  // with v = 0 only R
    CHECK(largest_difference(q(0), onto_unit(m1.column(library))) < 1e-9);
}

/// The weighted sum and product models are means of shares of the sum.
void check_sums_and_products(const M1Scores& m1) {
  Eigen::ArrayXXd shares = m1.values();
  for (Eigen::Index j = 0; j < shares.cols(); ++j)
    shares.col(j) = normalised(choice("sum"), shares.col(j)).eval();
  m1.check(m1.score(choice("arithmetic"), shares), {"pymcdm_WSM", "skc_WSM_sum"});
  const Eigen::ArrayXd product = m1.score(choice("geometric"), shares);
  m1.check(product, {"pymcdm_WPM"});
  m1.check(product.log10().eval(), {"skc_WPM_sum_log10"});
}

void check_grey(const M1Scores& m1) {
  const Eigen::ArrayXd grey = m1.score(choice("grey"), m1.values());
  m1.check(grey, {"ref_GRA_rho0.5_sumw"});
  m1.check((grey / 51).eval(), {"pyd_GRA_div_by_nalt"});  // it divides by the places once more
}

Eigen::ArrayXd goalposts_around_mean(const Eigen::ArrayXd& values) {
  return normalised(choice("goalposts", {{"around", value("mean")},
                                         {"clip", value(false)},
                                         {"range", value(std::vector<double>{70, 130})}}),
                    values);
}

}  // namespace

TEST_CASE("TOPSIS agrees with the textbook and three libraries") {
  for (const char* set : {"equal", "custom"}) check_topsis(M1Scores(set));
}

TEST_CASE("VIKOR agrees with three libraries, its parts S and R with two") {
  for (const char* set : {"equal", "custom"}) check_vikor(M1Scores(set));
}

TEST_CASE("means of shares agree with the weighted sum and product of two libraries") {
  for (const char* set : {"equal", "custom"}) check_sums_and_products(M1Scores(set));
}

TEST_CASE("the grey grade agrees with the textbook") {
  for (const char* set : {"equal", "custom"}) check_grey(M1Scores(set));
}

TEST_CASE("the Mazziotta-Pareto index agrees with Compind and the textbook") {
  const auto input = reference_table("mcdm/compind_input_51x8.csv");
  const auto expected = reference_table("mcdm/compind_scores.csv");
  const Eigen::ArrayXXd values = input.numbers(input.rows(), input.columns());
  const auto check = [&](const char* penalty, const char* sd, const char* column) {
    INFO(column);
    const Choice mpi = choice("mpi", {{"penalty", value(penalty)}, {"sd", value(sd)}});
    CHECK(largest_difference(aggregated(mpi, values).score,
                             expected.numbers(input.rows(), {column})) < 1e-9);
  };
  check("minus", "sample", "compind_mpi_minus_sd_nm1");
  check("plus", "sample", "compind_mpi_plus_sd_nm1");
  check("minus", "population", "textbook_mpi_minus_popsd");
  check("plus", "population", "textbook_mpi_plus_popsd");
}

TEST_CASE("the adjusted Mazziotta-Pareto index agrees with Compind, which rounds to 3 decimals") {
  const auto input = reference_table("mcdm/compind_input_51x8.csv");
  const auto expected = reference_table("mcdm/compind_scores.csv");
  Eigen::ArrayXXd values = input.numbers(input.rows(), input.columns());
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    values.col(j) = goalposts_around_mean(values.col(j)).eval();
  const Eigen::ArrayXd ours = aggregated(choice("ampi"), values).score;
  CHECK(largest_difference(ours, expected.numbers(input.rows(), {"compind_ampi_minus_round3"})) <
        0.0005 + 1e-9);

  // The goalposts are stated in full: their middle scores 100.
  const auto goalposts = reference_table("mcdm/compind_ampi_goalposts.csv");
  for (const std::string& pillar : goalposts.rows()) {
    INFO(pillar);
    const Eigen::ArrayXd column = input.numbers(input.rows(), {pillar}).col(0);
    FittedColumn fitted(column, Direction::higher);
    const Choice around = choice(
        "goalposts", {{"around", value("mean")}, {"range", value(std::vector<double>{70, 130})}});
    const Eigen::ArrayXd middle =
        Eigen::ArrayXd::Constant(1, goalposts.at(pillar, "ampi_goalpost"));
    CHECK(fitted.score(around, middle)[0] == Approx(100).margin(1e-9));
  }
}

TEST_CASE("Copeland agrees with COINr at every level of the ASEM tree") {
  const auto meta = reference_table("asem/iMeta.csv");
  const std::string name = "asem/i2_impmedgrp_minmax1100_copeland_alllevels";
  const auto norm = reference_table(name + "_norm.csv");
  const auto scores = reference_table(name + "_scores.csv");
  for (const std::string& node : scores.columns()) {
    INFO(node);
    const std::vector<std::string> children = asem_children(meta, node);
    const bool leaves = meta.at(node, "Level") == 2;
    const Eigen::ArrayXXd values = (leaves ? norm : scores).numbers(scores.rows(), children);
    CHECK(largest_difference(aggregated(choice("copeland"), values).score,
                             scores.numbers(scores.rows(), {node})) < 1e-9);
  }
}

TEST_CASE("geometric and harmonic means agree with COINr at every level of the ASEM tree") {
  const auto meta = reference_table("asem/iMeta.csv");
  const auto check = [&](const std::string& name, const std::vector<const char*>& means) {
    const auto norm = reference_table("asem/" + name + "_norm.csv");
    const auto scores = reference_table("asem/" + name + "_scores.csv");
    for (const std::string& node : scores.columns()) {
      INFO(name << " " << node);
      const std::vector<std::string> children = asem_children(meta, node);
      const int level = static_cast<int>(meta.at(node, "Level"));
      const Eigen::ArrayXXd values = (level == 2 ? norm : scores).numbers(scores.rows(), children);
      CHECK(largest_difference(aggregated(choice(means[level - 2]), values).score,
                               scores.numbers(scores.rows(), {node})) < 1e-9);
    }
  };
  check("d_minmax1100_gmean", {"geometric", "geometric", "geometric"});
  check("e3_minmax1100_amean_gmean_hmean_bylevel", {"arithmetic", "geometric", "harmonic"});
}
