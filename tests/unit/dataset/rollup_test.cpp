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
peers: parent
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
  std::string told() const {
    std::string all;
    for (const Diagnostic& one : data.diagnostics)
      all += one.code + ": " + one.message.in("en") + "\n";
    return all;
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
            "tijian: 1\nframework: f\ntitle: F\nattributes: [parent]\npeers: parent\nvariables:\n"
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

TEST_CASE("a place below without a value leaves the sum missing, and is named") {
  const Read gap =
      read("place,parent,people,income,noise,trees\nc,,,,,\na,c,1,1,1,1\nb,c,,2,2,2\n");
  CHECK(std::isnan(gap.at("c", 0)));
  CHECK(std::isnan(gap.at("c", 1)));
  CHECK(gap.at("c", 2) == 1.5);
  CHECK(gap.told() ==
        "B462: 'People' of c is not rolled up: no 'People' of b\n"
        "B462: 'Income' of c is not rolled up: no 'People' of b\n");
  const Read none = read("place,parent,people,income,noise,trees\nc,,5,6,,\na,c,,,,1\nb,c,,,,2\n");
  CHECK(none.told().empty());  // nobody below has any: the figures are the whole's own
}

TEST_CASE("a part that weighs nothing needs no value, and weights of 0 alone make no mean") {
  const Read r = read(
      "place,parent,people,income,noise,trees\nc,,,,,\na,c,0,,1,1\nb,c,2,10,1,2\nd,c,6,30,1,2\n"
      "e,,,,,\nf,e,0,5,1,1\n");
  CHECK(r.at("c", 1) == 25);  // (2 x 10 + 6 x 30)/8
  CHECK(std::isnan(r.at("e", 1)));
  CHECK(r.told() == "B463: 'Income' of e is not rolled up: 'People' of all places below is 0\n");
}

TEST_CASE("parts that other periods have are waited for, those that moved are not") {
  const Read r = read(
      "place,period,parent,people,income,noise,trees\n"
      "c,2020,,,,,1\na,2020,c,1,1,1,1\nb,2020,c,2,1,1,1\n"
      "c,2021,,,,,1\na,2021,c,1,1,1,1\n"
      "c,2022,,,,,1\na,2022,c,1,1,1,1\nb,2022,e,2,1,1,1\ne,2022,,,,,1\n"
      "c,2023,,7,,,1\n");
  const auto people = [&](const char* place, int year) {
    return r.data->values(r.data->rows.find(place, {year, Period::Part::year, 0}), 0);
  };
  CHECK(people("c", 2020) == 3);
  CHECK(std::isnan(people("c", 2021)));  // b has no row
  CHECK(people("c", 2022) == 1);         // b is part of e now
  CHECK(people("e", 2022) == 2);
  CHECK(people("c", 2023) == 7);  // a row that stands alone
  CHECK(r.told() == "B461: nothing is rolled up for c 2021: no row of b that is part of it\n");
}

TEST_CASE("a row that names no parent in a period is no part then, and that is told") {
  const Read r = read(
      "place,period,parent,people,income,noise,trees\n"
      "c,2020,,,,,1\na,2020,c,1,1,1,1\nc,2021,,,,,1\na,2021,,1,1,1,1\n");
  CHECK(std::isnan(r.data->values(r.data->rows.find("c", {2021, Period::Part::year, 0}), 0)));
  CHECK(r.told() == "B461: nothing is rolled up for c 2021: no row of a that is part of it\n");
}

TEST_CASE("places that are only named as parents get a row in each period, level by level") {
  const FrameworkFolder folder;
  std::string listed = framework_text;
  listed.replace(listed.find("attributes: [parent]"), 20,
                 "attributes: [parent, kind]\nplaces: {file: places.csv}");
  folder.with("framework.yaml", listed)
      .with("places.csv",
            "place,parent,kind\nCity,,city\nD1,City,district\nD2,City,district\n"
            "a,D1,block\nb,D1,block\nc,D2,block\n")
      .with("d.csv",
            "place,period,people,income,noise,trees\na,2021,1,10,2,1\nb,2021,3,30,4,1\n"
            "c,2021,4,50,6,1\na,2022,2,10,2,1\nb,2022,3,30,4,1\n");
  const Framework framework = load_framework_or_throw(folder.path());
  const std::string path[] = {folder.path("d.csv")};
  const Read r{read_dataset(path, framework)};
  const auto row = [&](const char* place, int year) {
    return r.data->rows.find(place, {year, Period::Part::year, 0});
  };
  REQUIRE(row("City", 2021) >= 0);
  CHECK(r.data->values(row("D1", 2021), 0) == 4);       // 1 + 3
  CHECK(r.data->values(row("D1", 2021), 1) == 25);      // (1 x 10 + 3 x 30)/4
  CHECK(r.data->values(row("City", 2021), 0) == 8);     // 4 + 4
  CHECK(r.data->values(row("City", 2021), 1) == 37.5);  // (4 x 25 + 4 x 50)/8
  CHECK(r.data->values(row("D1", 2022), 0) == 5);
  CHECK(r.data->rows.attribute("kind")->at(row("D1", 2022)) == "district");
  CHECK(row("D2", 2022) == -1);  // nothing of it is there
  CHECK(row("City", 2022) == -1);
  CHECK(r.told() ==
        "B452: 3 place(s) that are only named as the place above others get a row, rolled up from "
        "the places below: City (2), D1 (2), D2 (1)\n"
        "B461: nothing is rolled up for City 2022: no row of D2 that is part of it\n");
}

TEST_CASE("without a list, a row that is added is part of what its other periods say") {
  const Read r = read(
      "place,period,parent,people,income,noise,trees\n"
      "s,2020,c,,,,1\na,2020,s,1,1,1,1\na,2021,s,5,1,1,1\n");
  const auto people = [&](const char* place, int year) {
    return r.data->values(r.data->rows.find(place, {year, Period::Part::year, 0}), 0);
  };
  CHECK(people("c", 2020) == 1);
  CHECK(people("s", 2021) == 5);
  CHECK(people("c", 2021) == 5);
}

TEST_CASE("wholes that are compared with their parts are told") {
  const FrameworkFolder folder;
  std::string alike = framework_text;
  alike.erase(alike.find("peers: parent\n"), 14);
  folder.with("framework.yaml", alike)
      .with("d.csv", "place,parent,people,income,noise,trees\nc,,,,,\na,c,1,1,1,1\n");
  const Framework framework = load_framework_or_throw(folder.path());
  const std::string path[] = {folder.path("d.csv")};
  const Read r{read_dataset(path, framework)};
  CHECK(r.told() == "B466: c is ranked among the places that it is made of\n");
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
  CHECK(data.diagnostics[0].message.in("en") ==
        "nothing is rolled up for City 2022: no row of D2 that is part of it");
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
  CHECK(r.data.diagnostics[1].message.in("en").find("give 4") != std::string::npos);  // 1 + 3
  const Read near = read("place,parent,people,income,noise,trees\nc,,1002,,,\na,c,1000,1,1,1\n");
  CHECK(near.data.diagnostics.empty());  // 0.2 %
}
