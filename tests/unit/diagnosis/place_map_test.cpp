#include "tijian/place_map.h"

#include <catch2/catch.hpp>

#include "run_program.h"
#include "unit/diagnosis/map_text.h"
#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

/// Of places p0 to p3; the framework lists p0 (code 7) and one without data. `parents` is a column
/// of the rows.
Loaded<PlaceMap> place_map(const std::string& text, const std::vector<std::string>& parents = {}) {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100);
  Place listed, without_data;
  listed.name = "p0";
  listed.code = "7";
  without_data.name = "far";
  f.get().places = {listed, without_data};
  Rows rows = table_of({{1}, {2}, {3}, {4}}).rows;
  if (!parents.empty()) add_attribute(rows, "parent", parents);
  const TemporaryFolder folder;
  write_file(folder.path() + "/map.geojson", text);
  return load_place_map(folder.path() + "/map.geojson", f, rows);
}

/// Four squares, p3's first, and members of the map before them.
std::string four_squares(const std::string& members, double x = 0) {
  const std::string map = map_of({feature(R"("name": "p3")", "Polygon", square(x + 3, 0)),
                                  feature(R"("code": 7)", "Polygon", square(x, 0)),
                                  feature(R"("name": "P 1")", "Polygon", square(x + 1, 0)),
                                  feature(R"("name": "p2")", "Polygon", square(x + 2, 0))});
  return "{" + members + map.substr(1);
}

}  // namespace

TEST_CASE("outlines stand in the order of the rows, joined by name or code") {
  const auto map = place_map(four_squares(""));
  REQUIRE(map);
  CHECK(map.diagnostics.empty());
  REQUIRE(map->outlines.size() == 4);
  CHECK(map->outlines[0] == PlaceOutline{"p0", {{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}});
  CHECK(map->outlines[3] == PlaceOutline{"p3", {{{3, 0}, {4, 0}, {4, 1}, {3, 1}, {3, 0}}}});
  CHECK(map->degrees);
  CHECK(map->source == "map.geojson");
}

TEST_CASE("holes, parts and several features of a place are rings of one outline") {
  const auto map = place_map(map_of(
      {feature(R"("name": "p0")", "Polygon",
               "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]"),
       feature(R"("name": "p1")", "MultiPolygon", "[" + square(20, 0) + "," + square(22, 0) + "]"),
       feature(R"("name": "p0")", "Polygon", "[[[30,0],[31,0],[31,1]]]")}));
  REQUIRE(map);
  REQUIRE(map->outlines.size() == 2);
  const auto& rings = map->outlines[0].rings;
  REQUIRE(rings.size() == 3);
  CHECK(rings[1].size() == 4);
  CHECK(rings[2].size() == 4);  // what was open is closed
  CHECK(rings[2].front() == rings[2].back());
  CHECK(map->outlines[1].rings.size() == 2);
}

TEST_CASE("a map is projected by its reference system or by its coordinates") {
  const auto crs = [](const std::string& name) {
    return R"("crs": {"type": "name", "properties": {"name": ")" + name + R"("}},)";
  };
  CHECK(place_map(four_squares(crs("urn:ogc:def:crs:OGC:1.3:CRS84")))->degrees);
  CHECK(place_map(four_squares(crs("EPSG:4326")))->degrees);
  CHECK(place_map(four_squares(crs("urn:ogc:def:crs:EPSG::4490")))->degrees);
  CHECK_FALSE(place_map(four_squares(crs("urn:ogc:def:crs:EPSG::4527")))->degrees);
  CHECK_FALSE(place_map(four_squares(R"("crs": null,)"))->degrees);
  CHECK(place_map(four_squares("", 176))->degrees);  // ends at 180
  CHECK_FALSE(place_map(four_squares("", 177))->degrees);
  const auto at_latitude = [](double y) {
    return place_map(map_of({feature(R"("name": "p0")", "Polygon", square(0, y))}));
  };
  CHECK(at_latitude(89)->degrees);  // ends at the pole
  CHECK_FALSE(at_latitude(90)->degrees);
}

TEST_CASE("a map's origin is what it says") {
  CHECK(
      place_map(four_squares(R"("license": "MIT", "name": "town", "source": "survey",)"))->source ==
      "map.geojson (town, survey, MIT)");
}

TEST_CASE("features of no place and places without a feature are told") {
  const auto map = place_map(map_of({feature(R"("name": "p0")", "Polygon", square(0, 0)),
                                     feature(R"("name": "sea")", "Polygon", square(1, 0)),
                                     feature(R"("name": "far")", "Polygon", square(2, 0))}));
  REQUIRE(map);
  CHECK(map->unmatched == std::vector<std::string>{"sea", "far"});
  REQUIRE(codes_of(map.diagnostics) == "B481 B483");
  CHECK(map.diagnostics[0].message.in("en") ==
        "2 feature(s) of the map are no places of the data: sea, far");
  CHECK(map.diagnostics[1].message.in("en") == "the map lacks 3 place(s) of the data: p1, p2, p3");
}

TEST_CASE("a whole that others name as their parent needs no outline") {
  const std::string parts = map_of({feature(R"("name": "p1")", "Polygon", square(0, 0)),
                                    feature(R"("name": "p2")", "Polygon", square(1, 0)),
                                    feature(R"("name": "p3")", "Polygon", square(2, 0))});
  CHECK(codes_of(place_map(parts).diagnostics) == "B483");
  CHECK(place_map(parts, {"", "p0", "p0", "p0"}).diagnostics.empty());
}

TEST_CASE("what is no map of the places is an error") {
  CHECK(codes_of(place_map("place,neighbour\np0,p1\n").diagnostics) == "C365");
  CHECK(codes_of(place_map(R"({"type": "Topology"})").diagnostics) == "C366");
  CHECK(codes_of(place_map(map_of({feature(R"("name": "p0")", "Point", "[1, 2]")})).diagnostics) ==
        "C367");
  CHECK(codes_of(place_map(map_of({feature(R"("name": "p0")", "Polygon", R"([[["inf", 1]]])")}))
                     .diagnostics) == "C367");
  CHECK(codes_of(place_map(map_of({feature(R"("name": "far")", "Polygon", square(0, 0))}))
                     .diagnostics) == "C368");
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100);
  CHECK(codes_of(load_place_map("/nowhere/map", f, table_of({{1}}).rows).diagnostics) == "C300");
}
