#include "report/place_layer.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/diagnosis/from_files.h"

using namespace tijian;
using namespace tijian::report;
using namespace tijian_tests;
using nlohmann::json;

namespace {

constexpr Language in_english{false}, in_chinese{true};

/// x and y are their own scores: a is at 90 (green), B at 20 (red, and orange: beyond 45, half of
/// the way from 80 to 10), c has no value. Peers are of one type.
const std::string framework_text = R"(tijian: 1
framework: f
version: 2
title: {en: Town, zh: 小镇}
attributes:
  - {id: sort, title: {en: sort, zh: 种类}, values: [{id: t, title: {en: Township, zh: 乡}}]}
peers: {attribute: sort}
variables: []
categories:
  - id: life
    title: {en: Life, zh: 生活}
    indicators:
      - id: x
        title: {en: Beds, zh: 床位}
        unit: 张
        direction: higher
        score: {shape: linear, zero: 0, full: 100}
        light: {green: 80, red: 40}
      - id: y
        title: {en: Doctors, zh: 医生}
        unit: 人
        direction: higher
        score: {shape: linear, zero: 0, full: 100}
        light: {green: 80, red: 10}
)";

struct Layered {
  Run run;
  Diagnosis diagnosis;
};

Layered layered(const std::string& file = "data.csv") {
  Run run = testing::run_of(framework_text,
                            "place,period,sort,x,y\na,2021,t,50,50\na,2022,t,90,90\n"
                            "\"B\"\"1\"\"\",2022,t,20,20\nc,2022,t,,\n",
                            file);
  Diagnosis diagnosis = *diagnose(run);
  return {std::move(run), std::move(diagnosis)};
}

json written(const HealthReport& report, Language say = in_english) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/layer.geojson";
  CHECK(write_report(report, say, path) == std::vector<std::string>{path});
  return json::parse(read_file(path));
}

PlaceMap small_map() {
  PlaceMap map;
  map.outlines = {{"a", {{{116.123456789, 40}, {116.2, 41}, {116.3, 40}, {116.123456789, 40}}}},
                  {"c", {{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{5, 0}, {6, 0}, {6, 1}, {5, 0}}}}};
  map.source = "m.geojson (m, MIT)";
  return map;
}

}  // namespace

TEST_CASE("a layer has one feature a place of the period, with its score, light and problem") {
  const Layered all = layered();
  const json layer = written({all.run, all.diagnosis});
  CHECK(layer["type"] == "FeatureCollection");
  CHECK(layer["name"] == "f_2022");
  CHECK(layer["title"] == "Town 2, 2022");
  CHECK_FALSE(layer.contains("crs"));
  REQUIRE(layer["features"].size() == 3);
  const json first = layer["features"][0], second = layer["features"][1],
             third = layer["features"][2];
  CHECK(first["type"] == "Feature");
  CHECK(first["geometry"].is_null());
  const json& a = first["properties"];
  CHECK(a["place"] == "a");
  CHECK(a["type"] == "Township");
  CHECK(a["period"] == "2022");
  CHECK(a["framework"] == "f");
  CHECK(a["version"] == "2");
  CHECK(a["synthetic"] == false);
  CHECK(a["score"] == 90);
  CHECK(a["rank"] == 1);
  CHECK(a["light"] == "green");
  CHECK(a["red"] == 0);
  CHECK(a["finding"] == "");
  CHECK(a["score_life"] == 90);
  CHECK(a["light_life"] == "green");
  const json& b = second["properties"];
  CHECK(b["place"] == "B\"1\"");
  CHECK(b["score"] == 20);
  CHECK(b["light"] == "orange");  // red and orange: red takes two
  CHECK(b["red"] == 1);
  CHECK(b["orange"] == 1);
  CHECK(b["finding"].get<std::string>().starts_with("Beds is 20"));
  CHECK(third["properties"]["score"].is_null());
  CHECK(third["properties"]["rank"].is_null());
  CHECK(third["properties"]["light"] == "no_data");
}

TEST_CASE("outlines are written counterclockwise with seven decimals, parts as one geometry") {
  const Layered all = layered();
  const PlaceMap map = small_map();
  const json layer = written({.run = all.run,
                              .diagnosis = all.diagnosis,
                              .map = &map,
                              .made_by = "T 1",
                              .files = {"d.csv"}});
  const json a = layer["features"][0]["geometry"];
  CHECK(a["type"] == "Polygon");
  CHECK(a["coordinates"].dump() == "[[[116.1234568,40],[116.3,40],[116.2,41],[116.1234568,40]]]");
  CHECK(layer["features"][1]["geometry"].is_null());
  const json c = layer["features"][2]["geometry"];
  CHECK(c["type"] == "MultiPolygon");
  CHECK(c["coordinates"].dump() == "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,0],[6,0],[6,1],[5,0]]]]");
  CHECK(layer["source"] == "T 1; d.csv; map: m.geojson (m, MIT)");
}

TEST_CASE("a projected map says that its reference system is unknown") {
  const Layered all = layered();
  PlaceMap map = small_map();
  map.degrees = false;
  const json layer = written({.run = all.run, .diagnosis = all.diagnosis, .map = &map});
  REQUIRE(layer.contains("crs"));
  CHECK(layer["crs"].is_null());
}

TEST_CASE("a layer of one place has that one, and of none says so") {
  const Layered all = layered();
  const json layer = written({.run = all.run, .diagnosis = all.diagnosis, .place = "c"});
  REQUIRE(layer["features"].size() == 1);
  CHECK(layer["features"][0]["properties"]["place"] == "c");
  CHECK_THROWS_AS(
      PlaceLayer({.run = all.run, .diagnosis = all.diagnosis, .place = "d"}, in_english),
      InputError);
}

TEST_CASE("a layer is in the report's language, its members' names are not") {
  const Layered all = layered();
  const HealthReport report{all.run, all.diagnosis};
  const json layer = written(report, in_chinese);
  CHECK(layer["title"] == "小镇 2，2022");
  CHECK(layer["features"][0]["properties"]["type"] == "乡");
  CHECK(layer["features"][0]["properties"]["light"] == "green");
  const PlaceLayer english_layer(report, in_english), chinese_layer(report, in_chinese);
  REQUIRE(english_layer.fields().size() == chinese_layer.fields().size());
  for (std::size_t i = 0; i < english_layer.fields().size(); ++i)
    CHECK(english_layer.fields()[i].name == chinese_layer.fields()[i].name);
  CHECK(chinese_layer.fields().back().title == "生活：灯");
}

TEST_CASE("what is made up says so in every feature, in name and title") {
  const Layered all = layered("synthetic.csv");
  const json layer = written({all.run, all.diagnosis});
  CHECK(layer["name"] == "f_2022_synthetic");
  CHECK(layer["title"] == "Town 2, 2022 [synthetic data]");
  CHECK(layer["features"][0]["properties"]["synthetic"] == true);
  CHECK(layer["features"][0]["properties"]["flags"] == "synthetic");
}

// The module stands beside the program, and this program is elsewhere.
TEST_CASE("a GeoPackage without the module with GDAL is refused, saying what is missing") {
  const Layered all = layered();
  try {
    write_report({all.run, all.diagnosis}, in_english, "/nowhere/layer.gpkg");
    FAIL("it was written");
  } catch (const InputError& fault) {
    REQUIRE(fault.diagnostics().size() == 1);
    CHECK(fault.diagnostics()[0].code == "C393");
    CHECK(fault.diagnostics()[0].expected.in("en") == "a build that found GDAL");
  }
}
