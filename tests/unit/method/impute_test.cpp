#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "method_calls.h"
#include "unit/method/missing.h"

using namespace tijian_tests;
using tijian::Matrix;

namespace {

/// One indicator of one place over the given years.
std::vector<double> over_years(const Choice& method, std::vector<double> years,
                               std::vector<double> values) {
  const std::vector<int> group(years.size(), 0), place(years.size(), 0);
  const std::vector<char> reference(years.size(), 1);
  Matrix<double> column = array_of(values);
  const tijian::Imputer& imputer = *find_method(tijian::builtin_methods().imputers, method.name);
  imputer.fill(column, {group, place, years, reference}, resolve(method, imputer));
  return {column.data(), column.data() + column.rows()};
}

void check_imputed(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (std::isnan(expected[i]))
      CHECK(std::isnan(found[i]));
    else
      CHECK(found[i] == Approx(expected[i]));
  }
}

}  // namespace

TEST_CASE("mean and median by group, from the reference rows") {
  const std::vector<int> group{0, 0, 0, 1, 1}, place{0, 1, 2, 3, 4};
  const std::vector<double> time(5, na);
  const std::vector<char> reference{1, 1, 1, 1, 0};
  Matrix<double> values(5, 2);
  values.array() << 1, na, 2, 4, 9, 8, na, na, 7, 7;
  const auto fit = [&](const char* name) {
    return find_method(tijian::builtin_methods().imputers, name)
        ->fit(values, {group, place, time, reference}, choice(name));
  };
  const Matrix<double> means = fit("mean"), medians = fit("median");
  CHECK(means(0, 0) == Approx(4));
  CHECK(medians(0, 0) == Approx(2));
  CHECK(means(0, 1) == Approx(6));
  CHECK(std::isnan(means(1, 1)));  // the group has no reference value
}

TEST_CASE("the last value is carried forward, not back, and not too far") {
  check_imputed(over_years(choice("last"), {2019, 2017, 2018, 2020}, {na, na, 5, na}),
                {5, na, 5, 5});
  check_imputed(
      over_years(choice("last", {{"max_years", value(1.0)}}), {2018, 2019, 2020}, {5, na, na}),
      {5, 5, na});
}

TEST_CASE("piecewise constant: the value before, and at the beginning the first") {
  const std::vector<double> years{2015, 2016, 2018, 2020, 2021}, values{na, 10, na, 30, na};
  check_imputed(over_years(choice("constant"), years, values), {10, 10, 10, 30, 30});
  check_imputed(over_years(choice("constant", {{"max_years", value(1.0)}}), years, values),
                {10, 10, na, 30, 30});
}

TEST_CASE("linear interpolation, held constant outside unless asked not to") {
  const std::vector<double> years{2015, 2016, 2018, 2020, 2021}, values{na, 10, na, 30, na};
  check_imputed(over_years(choice("linear"), years, values), {10, 10, 20, 30, 30});
  check_imputed(over_years(choice("linear", {{"outside", value("missing")}}), years, values),
                {na, 10, 20, 30, na});
}

TEST_CASE("the nearest places of the same period lend their mean") {
  // Distances of place 0 by the first column: 0.1, 0.2, 1. The last row is of another period.
  Matrix<double> values(5, 2);
  values.array() << 0, na, 1, 10, 2, 20, 10, 90, 0, 500;
  const std::vector<int> group(5, 0), place{0, 1, 2, 3, 1};
  const std::vector<double> time{2020, 2020, 2020, 2020, 2021};
  const std::vector<char> reference(5, 1);
  const Choice two = choice("knn", {{"k", value(2.0)}});
  find_method(tijian::builtin_methods().imputers, "knn")
      ->fill(values, {group, place, time, reference}, two);
  CHECK(values(0, 1) == Approx(15));
}
