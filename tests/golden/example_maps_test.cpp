// The maps beside the examples: every feature is a place, every place has one, borders are shared.
#include <catch2/catch.hpp>
#include <set>

#include "tijian/tijian.h"

using namespace tijian;

namespace {

const std::string root = TIJIAN_ROOT;

/// One row a place of the list, with the place that it belongs to.
Rows rows_of(const Framework& framework) {
  Rows rows;
  Attribute parent{std::string(parent_attribute), {}, {}};
  for (const Place& place : framework.places) {
    rows.place.push_back(static_cast<std::int32_t>(rows.places.size()));
    rows.period.push_back({2020, Period::Part::year});
    parent.of_row.push_back(place.parent.empty() ? -1 : static_cast<int>(parent.values.size()));
    if (!place.parent.empty()) parent.values.push_back(place.parent);
    rows.places.push_back(place.name);
  }
  rows.attributes.push_back(std::move(parent));
  return rows;
}

std::set<std::string> neighbours_of(const std::string& place, const Neighbours& all) {
  std::set<std::string> found;
  for (const NeighbourPlaces& pair : all.pairs) {
    if (pair.place == place) found.insert(pair.neighbour);
    if (pair.neighbour == place) found.insert(pair.place);
  }
  return found;
}

}  // namespace

TEST_CASE("the 16 districts' outlines join their rows, in degrees, borders shared") {
  const std::string folder = root + "/examples/beijing_districts";
  const Framework framework = load_framework_or_throw(folder);
  const std::string paths[] = {folder + "/data.csv"};
  const Dataset data = read_dataset_or_throw(paths, framework);
  const std::string path = folder + "/map/districts.geojson";
  const auto map = load_place_map(path, framework, data.rows);
  REQUIRE(map);
  CHECK(map.diagnostics.empty());
  CHECK(map->outlines.size() == 16);
  CHECK(map->degrees);
  CHECK(map->source ==
        "districts.geojson (beijing_16_districts, github.com/thebamboogrove/bj-subdistricts @ "
        "7d329de, MIT)");
  const auto neighbours = load_neighbours(path, framework, data.rows);
  REQUIRE(neighbours);
  CHECK(neighbours.diagnostics.empty());
  CHECK(neighbours_of("东城区", *neighbours) ==
        std::set<std::string>{"西城区", "朝阳区", "丰台区"});
  CHECK(neighbours_of("延庆区", *neighbours) == std::set<std::string>{"怀柔区", "昌平区"});
}

TEST_CASE("the 43 units' outlines join the list of places, and the district is drawn by them") {
  const Framework framework = load_framework_or_throw(root + "/indicators/chaoyang");
  const Rows rows = rows_of(framework);
  const std::string path = root + "/examples/synthetic/map/units.geojson";
  const auto map = load_place_map(path, framework, rows);
  REQUIRE(map);
  CHECK(map.diagnostics.empty());
  CHECK(map->outlines.size() == 43);
  CHECK(map->degrees);
  const auto neighbours = load_neighbours(path, framework, rows);
  REQUIRE(neighbours.diagnostics.size() == 1);  // the district, and the airport within Shunyi
  CHECK(neighbours.diagnostics[0].message.in("en") ==
        "2 place(s) have no neighbour: 朝阳区, 首都机场街道");
}
