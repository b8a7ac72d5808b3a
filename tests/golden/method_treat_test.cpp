#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
#include "method/box_cox.h"
#include "method/moments.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

const Choice coinr_default = choice("winsorise", {{"skewness", value(2.0)},
                                                  {"kurtosis", value(3.5)},
                                                  {"max_points", value(5.0)},
                                                  {"otherwise", value("log")}});

/// The vectors of unit_winsorise_skew_log.csv: one row a value.
Eigen::ArrayXd vector_of(const ReferenceTable& table, const std::string& vector,
                         const std::string& column) {
  std::vector<double> values = table.where("vec", vector, column);
  return Eigen::Map<Eigen::ArrayXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

double near(double a, double b) { return std::abs(a - b) / std::max(1.0, std::abs(b)); }

}  // namespace

TEST_CASE("winsorising agrees with COINr on the ASEM data, details too") {
  const auto data = reference_table("asem/iData.csv");
  const auto expected = reference_table("asem/h_treat_default_minmax_amean_treated.csv");
  const auto details = reference_table("asem/h_treat_default_details.csv");
  for (const std::string& code : details.rows()) {
    INFO(code);
    const Eigen::ArrayXd raw = data.numbers(expected.rows(), {code}).col(0);
    const Eigen::ArrayXXd ours = treated(coinr_default, raw);
    CHECK(largest_difference(ours, expected.numbers(expected.rows(), {code})) < 1e-9);
    const tijian::Treatment t = treatment(coinr_default, raw);
    CHECK(near(t.skewness_before, details.at(code, "check_SkewKurt0.Skew")) < 1e-9);
    CHECK(near(t.kurtosis_before, details.at(code, "check_SkewKurt0.Kurt")) < 1e-9);
    const bool untouched = details.text(code, "check_SkewKurt0.Pass") == "TRUE";
    CHECK(t.method.empty() == untouched);
    if (untouched) continue;
    CHECK(t.points == details.at(code, "winsorise.nwin"));
    CHECK(t.passed == (details.text(code, "check_SkewKurt1.Pass") == "TRUE"));
    CHECK(near(t.skewness_after, details.at(code, "check_SkewKurt1.Skew")) < 1e-9);
    CHECK(near(t.kurtosis_after, details.at(code, "check_SkewKurt1.Kurt")) < 1e-9);
  }
}

TEST_CASE("small vectors: winsorising, shape, logarithm, Box-Cox") {
  const auto table = reference_table("asem/unit_winsorise_skew_log.csv");
  for (const std::string vector : {"v1", "v2", "v3", "v4", "v5", "v6"}) {
    INFO(vector);
    const Eigen::ArrayXd x = vector_of(table, vector, "x");
    const tijian::method::Shape s =
        tijian::method::shape({x.data(), static_cast<std::size_t>(x.size())});
    CHECK(near(s.skewness, vector_of(table, vector, "skew")[0]) < 1e-9);
    CHECK(near(s.kurtosis, vector_of(table, vector, "kurt")[0]) < 1e-9);
    // COINr stops with an error on v6.
    if (vector != "v6")
      CHECK(largest_difference(treated(choice("winsorise"), x), vector_of(table, vector, "wins")) <
            1e-9);
    const Choice always = choice("log", {{"skewness", value(0.0)}, {"kurtosis", value(-10.0)}});
    CHECK(largest_difference(treated(always, x), vector_of(table, vector, "logCT")) < 1e-9);
  }
}

TEST_CASE("the Box-Cox formula at lambda 0.5 agrees with COINr on positive vectors") {
  const auto table = reference_table("asem/unit_winsorise_skew_log.csv");
  for (const std::string vector : {"v1", "v3", "v4", "v5"}) {
    const Eigen::ArrayXd x = vector_of(table, vector, "x");
    const Eigen::ArrayXd expected = vector_of(table, vector, "bc05");
    for (Eigen::Index i = 0; i < x.size(); ++i)
      if (x[i] == x[i])
        CHECK(tijian::method::box_cox_of_log(std::log(x[i]), 0.5) ==
              Approx(expected[i]).margin(1e-12));
  }
}
