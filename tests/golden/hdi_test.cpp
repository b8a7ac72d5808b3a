// The Human Development Index and three of its kin from their raw parts, by the frameworks in hdi/
// alone. Reference: UNDP, Human Development Report 2021-22, composite indices (CC BY 3.0 IGO).
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

#include "reference_table.h"
#include "run_program.h"
#include "tijian/tijian.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

constexpr int first_year = 1990, last_year = 2021;

ReferenceTable reference() { return reference_table("hdi/hdr_2021_22.csv"); }

/// NaN too where the report has no such column: inequality is measured since 2010.
double number(const ReferenceTable& hdr, const std::string& iso3, const std::string& name,
              int year) {
  const std::string column = name + '_' + std::to_string(year);
  const bool known = std::ranges::find(hdr.columns(), column) != hdr.columns().end();
  return known ? hdr.at(iso3, column) : std::nan("");
}

std::string cell(double x) { return std::isnan(x) ? "" : fmt::format("{}", x); }

/// The framework's statistics of all countries and years, as a planner's file would hold them.
Dataset dataset(const ReferenceTable& hdr, const Framework& framework) {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/hdi.csv";
  std::ofstream out(file);
  out << "place,period";
  for (const Variable& variable : framework.variables) out << ',' << variable.id;
  out << '\n';
  for (const std::string& iso3 : hdr.rows())
    for (int year = first_year; year <= last_year; ++year) {
      out << iso3 << ',' << year;
      for (const Variable& variable : framework.variables)
        out << ',' << cell(number(hdr, iso3, variable.id, year));
      out << '\n';
    }
  out.close();
  return read_dataset_or_throw(std::vector{file}, framework);
}

Scorecard score(const ReferenceTable& hdr, const Framework& framework, const Method& method) {
  const IndicatorTable table = evaluate(framework, dataset(hdr, framework));
  return apply(fit_or_throw(framework, method, table), table);
}

/// How many published values of an index there are; each is checked to its three decimals.
template <class Published>
int check_published(const ReferenceTable& hdr, const std::string& file, const std::string& name,
                    Published of_score) {
  const Framework framework = load_framework_or_throw(TIJIAN_ROOT "/tests/golden/hdi/" + file);
  Method method = framework.method;
  method.round = {};
  const Scorecard card = score(hdr, framework, method);
  int published = 0;
  for (Eigen::Index row = 0; row < card.rows.size(); ++row) {
    const std::string& iso3 = card.rows.place_of(row);
    const double expected = number(hdr, iso3, name, card.rows.period[row].year);
    if (std::isnan(expected)) continue;
    CAPTURE(iso3, card.rows.period[row].year);
    CHECK(std::abs(of_score(card.score(row, 0)) - expected) <= 0.0005 + 1e-12);
    ++published;
  }
  return published;
}

}  // namespace

TEST_CASE("hdi: all 5,571 published values within 0.0005") {
  const auto hdr = reference();
  CHECK(check_published(hdr, "framework.yaml", "hdi", [](double s) { return s / 100; }) == 5571);
}

TEST_CASE("hdi: all 4,889 published values of the Gender Inequality Index within 0.0005") {
  const auto hdr = reference();
  CHECK(check_published(hdr, "gender_inequality.yaml", "gii",
                        [](double s) { return 1 - s / 100; }) == 4889);
}

TEST_CASE("hdi: all 4,894 published values of the Gender Development Index within 0.0005") {
  const auto hdr = reference();
  CHECK(check_published(hdr, "gender_development.yaml", "gdi", [](double s) { return s / 50; }) ==
        4894);
}

TEST_CASE("hdi: all 1,736 published values of the Inequality-adjusted HDI within 0.0005") {
  const auto hdr = reference();
  CHECK(check_published(hdr, "inequality_adjusted.yaml", "ihdi",
                        [](double s) { return s / 100; }) == 1736);
}

TEST_CASE("hdi: the ranks of 2021, from three decimals") {
  const auto hdr = reference();
  const Framework framework = load_framework_or_throw(TIJIAN_ROOT "/tests/golden/hdi");
  const Scorecard card = score(hdr, framework, framework.method);
  int ranked = 0;
  for (Eigen::Index row = 0; row < card.rows.size(); ++row) {
    const std::string& iso3 = card.rows.place_of(row);
    if (card.rows.period[row].year != last_year || std::isnan(hdr.at(iso3, "hdi_rank_2021")))
      continue;
    CAPTURE(iso3);
    CHECK(card.rank(row, 0) == hdr.at(iso3, "hdi_rank_2021"));
    ++ranked;
  }
  CHECK(ranked == 191);
}
