#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/tijian.h"
#include "unit/framework/framework_folder.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const char* const framework_text = R"(tijian: 1
framework: f
title: F
attributes: [parent]
variables:
  - {id: people, title: People, unit: 人, rollup: sum}
  - {id: income, title: Income, unit: 元, rollup: {mean: people}}
  - {id: noise, title: Noise, unit: "1", rollup: mean}
  - {id: trees, title: Trees, unit: "1"}
indicators:
  - {id: i, title: I, unit: 元, formula: income}
)";

struct Read {
  Loaded<Dataset> data;
  double at(const char* place, int column) const {
    return data->values(data->rows.find(place, {}), column);
  }
};

Read read(const std::string& lines) {
  const FrameworkFolder folder;
  folder.with("framework.yaml", framework_text).with("d.csv", lines);
  const Framework framework = load_framework_or_throw(folder.path());
  const std::string path[] = {folder.path("d.csv")};
  return {read_dataset(path, framework)};
}

}  // namespace

TEST_CASE("a place gets what the places below it sum or average to, level by level") {
  const Read r = read(
      "place,parent,people,income,noise,trees\n"
      "city,,,,,\n"
      "south,city,,,,4\n"
      "a,south,1,10,3,1\n"
      "b,south,3,30,5,\n"
      "north,city,6,50,7,\n");
  REQUIRE(r.data);
  CHECK(r.at("south", 0) == 4);   // 1 + 3
  CHECK(r.at("south", 1) == 25);  // (1 x 10 + 3 x 30)/4
  CHECK(r.at("south", 2) == 4);   // (3 + 5)/2
  CHECK(r.at("south", 3) == 4);   // no rollup: as it is
  CHECK(r.at("city", 0) == 10);   // 4 + 6
  CHECK(r.at("city", 1) == 40);   // (4 x 25 + 6 x 50)/10
  CHECK(r.at("city", 2) == 5.5);  // (4 + 7)/2
  CHECK(std::isnan(r.at("city", 3)));
  CHECK(r.data.diagnostics.empty());
}

TEST_CASE("variables that are declared later weigh earlier ones on all levels") {
  const FrameworkFolder folder;
  folder
      .with("framework.yaml",
            "tijian: 1\nframework: f\ntitle: F\nattributes: [parent]\nvariables:\n"
            "  - {id: income, title: Income, unit: 元, rollup: {mean: people}}\n"
            "  - {id: people, title: People, unit: 人, rollup: sum}\n"
            "indicators:\n  - {id: i, title: I, unit: 元, formula: income}\n")
      .with("d.csv",
            "place,parent,income,people\n"
            "city,,,\nsouth,city,,\na,south,10,1\nb,south,30,3\nnorth,city,50,6\n");
  const Framework framework = load_framework_or_throw(folder.path());
  const std::string path[] = {folder.path("d.csv")};
  const Read r{read_dataset(path, framework)};
  CHECK(r.at("city", 0) == 40);  // (4 x 25 + 6 x 50)/10
}

TEST_CASE("a place below without a value leaves the sum missing") {
  const Read gap =
      read("place,parent,people,income,noise,trees\nc,,,,,\na,c,1,1,1,1\nb,c,,2,2,2\n");
  CHECK(std::isnan(gap.at("c", 0)));
  CHECK(std::isnan(gap.at("c", 1)));
  CHECK(gap.at("c", 2) == 1.5);
}

TEST_CASE("a part that the list names and the data lack leaves the sum missing") {
  const FrameworkFolder folder;
  std::string listed = framework_text;
  listed.replace(listed.find("attributes: [parent]"), 20, "places: {file: places.csv}");
  folder.with("framework.yaml", listed)
      .with("places.csv", "place,parent\nCity,\nD1,City\nD2,City\n")
      .with("d.csv",
            "place,period,people,income,noise,trees\nCity,2021,,,,1\nD1,2021,10,2,1,1\n"
            "D2,2021,20,2,1,1\nCity,2022,,,,1\nD1,2022,11,2,1,1\n");
  const Framework framework = load_framework_or_throw(folder.path());
  const std::string path[] = {folder.path("d.csv")};
  const auto data = read_dataset(path, framework);
  REQUIRE(data);
  const auto people = [&](int year) {
    return data->values(data->rows.find("City", {year, Period::Part::year, 0}), 0);
  };
  CHECK(people(2021) == 30);
  CHECK(std::isnan(people(2022)));
  REQUIRE(data.diagnostics.size() == 1);
  CHECK(data.diagnostics[0].code == "B461");
  CHECK(data.diagnostics[0].message.in("en") == "nothing is rolled up for City 2022: no row of D2");
}

TEST_CASE("parents in a circle are told, and nothing is rolled up to them") {
  const Read circle = read(
      "place,parent,people,income,noise,trees\nb,a,,2,2,2\na,c,,1,1,1\nc,b,3,1,1,1\n"
      "d,a,4,1,1,1\ne,d,4,1,1,1\nself,self,,1,1,1\n");
  CHECK(std::isnan(circle.at("a", 0)));
  CHECK(std::isnan(circle.at("b", 0)));
  CHECK(std::isnan(circle.at("self", 0)));
  REQUIRE(circle.data.diagnostics.size() == 2);
  CHECK(circle.data.diagnostics[0].code == "B453");
  CHECK(circle.data.diagnostics[0].message.in("en").find("a → c → b → a") != std::string::npos);
  CHECK(circle.data.diagnostics[1].message.in("en").find("self → self") != std::string::npos);
}

TEST_CASE("a weight below 0 is told and counts as missing") {
  const Read r =
      read("place,parent,people,income,noise,trees\nc,,5,,,\na,c,-1,10,1,1\nb,c,6,20,1,1\n");
  CHECK(std::isnan(r.at("c", 1)));
  REQUIRE(r.data.diagnostics.size() == 1);
  CHECK(r.data.diagnostics[0].code == "B455");
}

TEST_CASE("data that name no parents are told so") {
  const Read r = read("place,people,income,noise,trees\nc,,1,1,1\na,1,1,1,1\n");
  REQUIRE(r.data.diagnostics.size() == 1);
  CHECK(r.data.diagnostics[0].code == "B454");
}

TEST_CASE("what the data give stays, and a difference is told with both") {
  const Read r = read(
      "place,parent,people,income,noise,trees\nc,,5,,,\na,c,1,1,1,1\nb,c,3,2,2,2\nd,elsewhere,1,1,"
      "1,1\n");
  CHECK(r.at("c", 0) == 5);
  REQUIRE(r.data.diagnostics.size() == 2);
  CHECK(r.data.diagnostics[0].code == "B452");
  CHECK(r.data.diagnostics[1].code == "B451");
  CHECK(r.data.diagnostics[1].message.in("en").find("given as 5") != std::string::npos);
  const Read near = read("place,parent,people,income,noise,trees\nc,,1002,,,\na,c,1000,1,1,1\n");
  CHECK(near.data.diagnostics.empty());  // 0.2 %
}
