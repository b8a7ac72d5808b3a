// examples/synthetic: made up, complete, and marked as such.
#include <catch2/catch.hpp>
#include <cmath>

#include "golden/reference_table.h"
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

/// Pearson's correlation of two indicators over the units in 2022.
double correlation(const std::string& a, const std::string& b) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (const std::string& place : district().data.rows.places) {
    if (place == "朝阳区") continue;
    const double u = district().value(place, "2022", a), v = district().value(place, "2022", b);
    if (std::isnan(u) || std::isnan(v)) continue;
    n += 1, x += u, y += v, xx += u * u, yy += v * v, xy += u * v;
  }
  return (xy - x * y / n) / std::sqrt((xx - x * x / n) * (yy - y * y / n));
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
    CHECK_FALSE(table.values.array().col(i).isNaN().all());
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

TEST_CASE("The district is no peer of its units: neither ranked among them nor on their scale") {
  const Scored& all = district();
  CHECK(all.card.rank(all.row("朝阳区", "2022"), 0) == 1);  // of one
  int last = 0, scored = 0;
  for (const std::string& place : all.data.rows.places) {
    if (place == "朝阳区" || std::isnan(all.card.score(all.row(place, "2022"), 0))) continue;
    last = std::max(last, static_cast<int>(all.card.rank(all.row(place, "2022"), 0)));
    ++scored;
  }
  CHECK(last == scored);
  // Points of waterlogging, fewer are better: from the most to the fewest of any unit in any year.
  const auto points = [&](Eigen::Index row) {
    return all.table.values(row, all.framework->find_indicator("waterlogging_points"));
  };
  double most = 0, fewest = 1e9;
  for (Eigen::Index row = 0; row < all.data.rows.size(); ++row)
    if (all.data.rows.place_of(row) != "朝阳区" && !std::isnan(points(row)))
      most = std::max(most, points(row)), fewest = std::min(fewest, points(row));
  const double own = points(all.row("望京街道", "2022"));
  CHECK(all.score("望京街道", "2022", "waterlogging_points") ==
        Approx(100 * (most - own) / (most - fewest)));
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

TEST_CASE("Three per cent of the synthetic cells are missing, none of the district's base year") {
  const Dataset& data = district().data;
  double cells = 0, gaps = 0;
  for (Eigen::Index column = 0; column < data.values.cols(); ++column) {
    const auto& values = data.values.array().col(column);
    // Statistics of the district alone or of rural units are empty elsewhere by their nature.
    if (5 * values.isNaN().count() > values.size()) continue;
    for (Eigen::Index row = 0; row < values.size(); ++row) {
      const bool base = data.rows.place_of(row) == "朝阳区" && data.rows.period[row].year == 2015;
      if (base) CHECK_FALSE(std::isnan(values[row]));
      if (base) continue;
      ++cells;
      gaps += std::isnan(values[row]);
    }
  }
  CHECK(cells > 10000);
  CHECK(gaps / cells == Approx(0.03).margin(0.005));
}

TEST_CASE("Synthetic levels are of the order of the published ones") {
  const auto published = reference_table("chaoyang/published_values.csv");
  int compared = 0;
  for (const Indicator& indicator : district().framework->indicators) {
    const auto years = published.texts("indicator_id", indicator.id, "year");
    const auto values = published.where("indicator_id", indicator.id, "value");
    for (std::size_t k = 0; k < years.size(); ++k) {
      if (years[k] != "2015" && !(years[k] >= "2018" && years[k] <= "2022")) continue;
      const double here = district().value("朝阳区", years[k], indicator.id);
      if (std::isnan(here)) continue;
      CAPTURE(indicator.id, years[k]);
      CHECK(here == Approx(values[k]).epsilon(0.35));
      ++compared;
    }
  }
  CHECK(compared >= 30);
}

TEST_CASE("Synthetic indicators move together where those of a city do, and the air gets better") {
  CHECK(correlation("primary_school_walk10_coverage", "community_health_walk15_coverage") > 0.4);
  CHECK(correlation("rail_station_800m_coverage", "development_intensity") > 0.4);
  CHECK(correlation("average_commute_time", "commute_within_45min_share") < -0.4);
  CHECK(correlation("development_intensity", "ecological_control_area_ratio") < -0.4);
  double before = district().value("朝阳区", "2015", "pm25_annual_mean");
  for (const char* year : {"2018", "2019", "2020", "2021", "2022"}) {
    const double now = district().value("朝阳区", year, "pm25_annual_mean");
    CHECK(now < before);
    before = now;
  }
}

TEST_CASE("The synthetic rows of the seven haves are the generator's own") {
  const std::string folder = "indicators/seven_haves_five_qualities";
  const Scored used(folder, {folder + "/data/district_and_units_synthetic.csv"});
  int compared = 0;
  for (Eigen::Index row = 0; row < used.data.rows.size(); ++row) {
    const Eigen::Index source =
        district().row(used.data.rows.place_of(row), to_string(used.data.rows.period[row]));
    for (std::size_t c = 0; c < used.data.columns.size(); ++c) {
      const Variable& variable = used.framework->variables[used.data.columns[c].variable];
      const double here = used.data.values(row, static_cast<Eigen::Index>(c));
      const double there = number(district(), source, variable.id);
      CAPTURE(used.data.rows.place_of(row), variable.id);
      CHECK((here == there || (std::isnan(here) && std::isnan(there))));
      ++compared;
    }
  }
  CHECK(compared > 2000);
}
