#include <catch2/catch.hpp>

#include "golden/reference_table.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

/// The ASEM indicators normalised one by one, against the output of COINr 1.1.14.
void check_against_coinr(const std::string& name, const Choice& method) {
  const auto data = reference_table("asem/iData.csv");
  const auto meta = reference_table("asem/iMeta.csv");
  const auto expected = reference_table("asem/" + name + "_norm.csv");
  for (const std::string& code : expected.columns()) {
    INFO(code);
    const Direction direction =
        meta.at(code, "Direction") < 0 ? Direction::lower : Direction::higher;
    const Eigen::ArrayXXd raw = data.numbers(expected.rows(), {code});
    const Eigen::ArrayXXd ours = normalised(method, raw.col(0), direction);
    CHECK(largest_difference(ours, expected.numbers(expected.rows(), {code})) < 1e-9);
  }
}

}  // namespace

TEST_CASE("normalisation agrees with COINr on the ASEM data") {
  const tijian::Value unit_range = value(std::vector<double>{0, 1});
  check_against_coinr("a_minmax0100_amean", choice("min_max"));
  check_against_coinr("b_zscore01_amean", choice("z_score"));
  check_against_coinr("c_prank_amean", choice("percentile_rank", {{"range", unit_range}}));
  check_against_coinr("d_minmax1100_gmean",
                      choice("min_max", {{"range", value(std::vector<double>{1, 100})}}));
  check_against_coinr("j3_dist2max_amean", choice("distance_to_max", {{"range", unit_range}}));
}
