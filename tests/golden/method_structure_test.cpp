#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
#include "method/moments.h"
#include "method/structure.h"
#include "method/summary.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

double near(double a, double b) { return std::abs(a - b) / std::max(1.0, std::abs(b)); }

/// Missing cells filled by the column's mean, then min-max in the indicators' directions.
Eigen::ArrayXXd filled_and_scored(const ReferenceTable& data, const ReferenceTable& meta,
                                  const std::vector<std::string>& codes) {
  Eigen::ArrayXXd values = data.numbers(data.rows(), codes);
  for (std::size_t j = 0; j < codes.size(); ++j) {
    Eigen::ArrayXd column = values.col(j);
    const double mean =
        tijian::method::summarise({column.data(), static_cast<std::size_t>(column.size())}).mean;
    column = column.isNaN().select(mean, column).eval();
    const Direction direction =
        meta.at(codes[j], "Direction") < 0 ? Direction::lower : Direction::higher;
    values.col(j) = normalised(choice("min_max"), column, direction);
  }
  return values;
}

}  // namespace

TEST_CASE("statistics of the raw ASEM data agree with COINr") {
  const auto data = reference_table("asem/iData.csv");
  const auto expected = reference_table("asem/stats_raw.csv");
  for (const std::string& code : expected.rows()) {
    INFO(code);
    const Eigen::ArrayXd column = data.numbers(data.rows(), {code}).col(0);
    const std::span<const double> values(column.data(), static_cast<std::size_t>(column.size()));
    const tijian::Summary s = tijian::method::summarise(values);
    const tijian::method::Shape shape = tijian::method::shape(values);
    const tijian::method::Tally tally = tijian::method::tally(values);
    CHECK(near(s.min, expected.at(code, "Min")) < 1e-15);
    CHECK(near(s.max, expected.at(code, "Max")) < 1e-15);
    CHECK(near(s.mean, expected.at(code, "Mean")) < 1e-9);
    CHECK(near(tijian::method::moderated_sd(s), expected.at(code, "Std")) < 1e-9);
    CHECK(near(shape.skewness, expected.at(code, "Skew")) < 1e-9);
    CHECK(near(shape.kurtosis, expected.at(code, "Kurt")) < 1e-9);
    CHECK(near(tally.median, expected.at(code, "Median")) < 1e-9);
    CHECK(std::to_string(tally.present) == expected.text(code, "N.Avail"));
    CHECK(std::to_string(tally.nonzero) == expected.text(code, "N.NonZero"));
    CHECK(std::to_string(tally.distinct) == expected.text(code, "N.Unique"));
    CHECK(std::to_string(tally.most_common) == expected.text(code, "N.Same"));
  }
}

TEST_CASE("Cronbach's alpha of the ASEM pillars agrees with COINr") {
  const auto data = reference_table("asem/iData.csv");
  const auto meta = reference_table("asem/iMeta.csv");
  const auto expected = reference_table("asem/cronbach_minmax_meanimp_by_pillar.csv");
  for (const std::string& pillar : expected.rows()) {
    INFO(pillar);
    const Eigen::ArrayXXd scores = filled_and_scored(data, meta, asem_children(meta, pillar));
    CHECK(tijian::method::cronbach_alpha(scores).value ==
          Approx(expected.at(pillar, "alpha_pairwise")).margin(1e-9));
  }
}

TEST_CASE("first components of the ASEM pillars agree with COINr, up to their sign") {
  const auto data = reference_table("asem/iData.csv");
  const auto meta = reference_table("asem/iMeta.csv");
  const auto expected = reference_table("asem/pca_weights_level1.csv");
  const auto pillars = reference_table("asem/cronbach_minmax_meanimp_by_pillar.csv");
  for (const std::string& pillar : pillars.rows()) {
    INFO(pillar);
    const std::vector<std::string> codes = asem_children(meta, pillar);
    const tijian::method::Components components =
        tijian::method::principal_components(filled_and_scored(data, meta, codes));
    const Eigen::ArrayXXd theirs = expected.numbers(codes, {"Weight"});
    const double sign = theirs(0, 0) * components.loadings(0, 0) < 0 ? -1 : 1;
    CHECK(largest_difference(sign * components.loadings.array().col(0), theirs) < 1e-9);
  }
}
