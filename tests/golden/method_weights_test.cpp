#include <catch2/catch.hpp>

#include "golden/reference_table.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

/// tests/data/mcdm: M1_matrix.csv is the ASEM data by min-max onto 1..100.
struct M1Weights {
  ReferenceTable matrix = reference_table("mcdm/M1_matrix.csv");
  ReferenceTable weights = reference_table("mcdm/M1_weights.csv");
  Eigen::ArrayXXd values() const { return matrix.numbers(matrix.rows(), matrix.columns()); }
  Eigen::ArrayXXd expected(const std::string& column) const {
    return weights.numbers(matrix.columns(), {column});
  }
};

void check(const M1Weights& m1, const char* method, const Eigen::ArrayXXd& unit,
           const char* column) {
  INFO(method << " against " << column);
  CHECK(largest_difference(weighed(choice(method), unit), m1.expected(column)) < 1e-9);
}

}  // namespace

TEST_CASE("data-driven weights agree with pymcdm, scikit-criteria and the textbook") {
  const M1Weights m1;
  const Eigen::ArrayXXd unit = (m1.values() - 1) / 99;
  check(m1, "equal", unit, "pymcdm_equal");
  check(m1, "entropy", unit, "ref_entropy_minmax01_zero_ok");
  check(m1, "critic", unit, "ref_critic_directional");
  check(m1, "critic", unit, "pymcdm_critic");
  check(m1, "critic", unit, "skc_critic_pearson");
  check(m1, "sd", unit, "pymcdm_standard_deviation");
  check(m1, "sd", unit, "skc_std");
  check(m1, "merec", unit, "pymcdm_merec");
  check(m1, "merec", unit, "skc_merec");
  check(m1, "critic", unit, "pyd_critic");
  check(m1, "merec", unit, "pyd_merec");
}

TEST_CASE("the coefficient of variation agrees with the textbook on the scale 1..100") {
  const M1Weights m1;
  check(m1, "cv", m1.values(), "ref_cv");
}

TEST_CASE("entropy agrees with pymcdm and scikit-criteria on the scale 1..100") {
  const M1Weights m1;
  check(m1, "entropy", m1.values(), "pymcdm_entropy");
  check(m1, "entropy", m1.values(), "skc_entropy");
}
