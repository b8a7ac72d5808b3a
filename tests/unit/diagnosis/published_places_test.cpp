// What is published of places comes out of the diagnosis too.
#include <catch2/catch.hpp>
#include <sstream>

#include "golden/reference_table.h"
#include "tijian/peer_study.h"
#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;
using tijian_tests::reference_table;
using tijian_tests::ReferenceTable;

namespace {

/// One indicator, `x`, with the values of a column; places are the table's rows.
Run run_of_column(const ReferenceTable& table, const std::string& column, Framework framework) {
  const std::vector<double> values = table.column(column);
  IndicatorTable indicators;
  indicators.values.resize(static_cast<Index>(values.size()), 1);
  indicators.rows.places = table.rows();
  for (std::size_t k = 0; k < values.size(); ++k) {
    indicators.values(static_cast<Index>(k), 0) = values[k];
    indicators.rows.place.push_back(static_cast<int>(k));
    indicators.rows.period.push_back({});
  }
  if (!framework.attributes.empty()) {
    std::vector<std::string> texts;
    for (const std::string& row : table.rows())
      texts.push_back(table.text(row, framework.attributes[0].id));
    add_attribute(indicators.rows, framework.attributes[0].id, texts);
  }
  return small_run(framework, std::move(indicators));
}

Framework of_one_indicator() {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100000);
  return f;
}

Neighbours neighbours_of(const ReferenceTable& table) {
  Neighbours out;
  for (const std::string& place : table.rows()) {
    std::istringstream list(table.text(place, "neighbours"));
    for (std::string other; list >> other;)
      if (std::stoi(place) < std::stoi(other)) out.pairs.push_back({place, other});
  }
  return out;
}

}  // namespace

// pysal/inequality @ 0f9050e: GDP per head of Mexico's states; between Hanson's regions.
TEST_CASE("Mexico's inequality is as published, and the share between regions") {
  Framework f = of_one_indicator();
  f.attributes = {PlaceAttribute("hanson98")};
  for (const char* region : {"1", "2", "3", "4", "5"}) f.attributes[0].values.push_back({region});
  const Run run = run_of_column(reference_table("diagnosis/mexico.csv"), "pcgdp1940", f);
  const Balance found = balance(run, {});
  const auto x = std::ranges::find(found.nodes, f.find_node("x"), &Inequality::node);
  REQUIRE(x != found.nodes.end());
  CHECK(x->places == 32);
  CHECK(x->gini == Approx(0.35372371).margin(5e-9));
  CHECK(x->theil == Approx(0.20894344).margin(5e-9));
  REQUIRE(x->between.size() == 1);
  CHECK(x->between[0].share == Approx(0.0345889 / 0.20894344).epsilon(2e-6));
}

// Anselin (1988), with libpysal's neighbours: pysal/libpysal @ 300dc17.
TEST_CASE("Moran's I of Columbus is as published") {
  const ReferenceTable columbus = reference_table("diagnosis/columbus.csv");
  const Framework f = of_one_indicator();
  const SpatialPattern found =
      spatial_pattern(run_of_column(columbus, "crime", f), {}, neighbours_of(columbus));
  const auto x = std::ranges::find(found.global, f.find_node("x"), &GlobalPattern::node);
  REQUIRE(x != found.global.end());
  CHECK(x->places == 49);
  CHECK(x->i == Approx(0.500188557).margin(5e-10));
  CHECK(x->expected == Approx(-0.020833333).margin(5e-10));
  CHECK(x->variance == Approx(0.008689289).margin(5e-10));
  CHECK(x->z == Approx(5.5894).margin(5e-5));
}

// Anselin (1995) by r-spatial/spData @ eeb5d38; rows 5 and 27 are Egypt and Kenya.
TEST_CASE("local Moran of Egypt and Kenya is as published") {
  const ReferenceTable africa = reference_table("diagnosis/afcon.csv");
  const Framework f = of_one_indicator();
  const Run run = run_of_column(africa, "totcon", f);
  const SpatialPattern found = spatial_pattern(run, {}, neighbours_of(africa));
  const auto at = [&](const char* place) {
    const auto one = std::ranges::find_if(found.local, [&](const LocalPattern& local) {
      return run.table.rows.place_of(local.row) == place &&
             found.global[local.pattern].node == f.find_node("x");
    });
    REQUIRE(one != found.local.end());
    return *one;
  };
  CHECK(at("5").i == Approx(6.9467).margin(5e-5));
  CHECK(at("5").expected == Approx(-0.29968).margin(5e-6));
  CHECK(at("5").z == Approx(3.4957).margin(5e-5));
  CHECK(at("27").i == Approx(1.1969).margin(5e-5));
  CHECK(at("27").expected == Approx(-0.016803).margin(5e-7));
  CHECK(at("27").z == Approx(3.4344).margin(5e-5));
}
