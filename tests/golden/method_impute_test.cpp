#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "golden/reference_table.h"
#include "method_calls.h"

using namespace tijian_tests;

namespace {

/// Missing cells of `from` filled by the group's statistic, against COINr's file.
void check_by_group(const std::string& from, const std::string& to, const char* method) {
  const auto data = reference_table(from);
  const auto units = reference_table("asem/unit_meta.csv");
  const auto expected = reference_table(to);
  Eigen::ArrayXXd values = data.numbers(expected.rows(), expected.columns());
  std::map<std::string, int> numbers;
  std::vector<int> group, place;
  for (const std::string& row : expected.rows()) {
    const auto known = numbers.try_emplace(units.text(row, "EurAsia_group"), numbers.size());
    group.push_back(known.first->second);
    place.push_back(static_cast<int>(place.size()));
  }
  const std::vector<double> time(group.size(), std::nan(""));
  const std::vector<char> reference(group.size(), 1);
  const tijian::Imputer& imputer = *tijian::find_method(tijian::builtin_methods().imputers, method);
  const tijian::Matrix<double> fills =
      imputer.fit(values, {group, place, time, reference}, resolve(choice(method), imputer));
  for (Eigen::Index j = 0; j < values.cols(); ++j)
    for (Eigen::Index i = 0; i < values.rows(); ++i)
      if (std::isnan(values(i, j))) values(i, j) = fills(group[i], j);
  CHECK(largest_difference(values, expected.numbers(expected.rows(), expected.columns())) < 1e-9);
}

}  // namespace

TEST_CASE("group imputation agrees with COINr on the ASEM data") {
  check_by_group("asem/iData.csv", "asem/g_impute_median_grp_minmax_amean_imputed.csv", "median");
  check_by_group("asem/full_example_pipeline_denominated.csv",
                 "asem/full_example_pipeline_imputed.csv", "mean");
}
