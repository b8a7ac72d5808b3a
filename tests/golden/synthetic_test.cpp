// examples/synthetic: made up, complete, and marked as such.
#include <catch2/catch.hpp>
#include <cmath>

#include "run_program.h"
#include "scored.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

std::string generated(const std::string& seed) {
  const Outcome outcome =
      run_in(TIJIAN_ROOT, quoted(TIJIAN_SYNTHETIC) + " examples/synthetic " + seed);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

Scored scored_district() {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/chaoyang_43_synthetic.csv";
  write_file(file, generated("2022"));
  return Scored("indicators/chaoyang", {file});
}

const Scored& district() {
  static const Scored scored = scored_district();
  return scored;
}

double number(const Scored& scored, Eigen::Index row, const std::string& variable) {
  const int v = scored.framework->find_variable(variable);
  for (std::size_t c = 0; c < scored.data.columns.size(); ++c)
    if (scored.data.columns[c].variable == v) return scored.data.values(row, c);
  return std::nan("");
}

}  // namespace

TEST_CASE("The same seed makes the same bytes, another seed others") {
  CHECK(generated("7") == generated("7"));
  CHECK(generated("7") != generated("8"));
}

TEST_CASE("The synthetic district has all places, years and variables") {
  CHECK(district().data.rows.places.size() == 44);
  CHECK(district().data.rows.size() == 44 * 6);
  CHECK(district().data.columns.size() == 196);
}

TEST_CASE("Every one of the 134 indicators is computed from the synthetic data") {
  const IndicatorTable& table = district().table;
  REQUIRE(district().framework->indicators.size() == 134);
  for (std::size_t i = 0; i < 134; ++i) {
    INFO(district().framework->indicators[i].id);
    CHECK_FALSE(table.values.col(i).isNaN().all());
  }
}

TEST_CASE("Synthetic scores say so, and the places are called synthetic") {
  const Scorecard& card = district().card;
  for (Eigen::Index r = 0; r < card.score.rows(); ++r)
    for (Eigen::Index n = 0; n < card.score.cols(); ++n)
      if (!std::isnan(card.score(r, n))) CHECK((card.flags(r, n) & flag_synthetic) != 0);
  const Attribute* set = district().data.rows.attribute("place_set");
  REQUIRE(set);
  CHECK(set->at(0).find("synthetic") != std::string::npos);
}

TEST_CASE("Indicators of the district alone do not apply to its units") {
  const Eigen::Index unit = district().row("望京街道", "2022");
  int elsewhere = 0;
  for (std::size_t i = 0; i < 134; ++i) elsewhere += !district().table.applicable(unit, i);
  CHECK(elsewhere == 67);
}

TEST_CASE("Synthetic parts stay within their wholes") {
  const std::vector<std::vector<std::string>> pairs = {
      {"residential_land_within_park_radius", "residential_land_area"},
      {"commuters_within_45min", "commuters"},
      {"built_up_area", "land_area"},
      {"urban_construction_land_area", "construction_land_area"},
      {"resolved_requests", "assessed_requests"},
      {"tertiary_value_added", "gdp"},
      {"treated_sewage", "discharged_sewage"}};
  for (Eigen::Index r = 0; r < district().data.rows.size(); ++r)
    for (const auto& pair : pairs) {
      const double part = number(district(), r, pair[0]), whole = number(district(), r, pair[1]);
      INFO(pair[0] << " " << district().data.rows.place_of(r));
      CHECK((std::isnan(part) || std::isnan(whole) || part <= whole));
    }
}

TEST_CASE("The synthetic units sum to the district within two per cent, but for missing cells") {
  const Dataset& data = district().data;
  double units = 0, whole = 0;
  for (Eigen::Index r = 0; r < data.rows.size(); ++r) {
    const double people = number(district(), r, "resident_population");
    if (to_string(data.rows.period[r]) != "2020" || std::isnan(people)) continue;
    (data.rows.place_of(r) == "朝阳区" ? whole : units) += people;
  }
  CHECK(whole == Approx(345.2).epsilon(0.02));
  CHECK(units <= whole * 1.02);
  CHECK(units >= whole * 0.75);
}
