// Districts from blocks, as the program says it: values, ranks among districts, forms, streams.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian_tests;
using Json = nlohmann::json;

namespace {

bool tells(const std::string& text, const std::string& part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

/// Land of blocks with more than 2 万人 a km2, by wards that the data only name.
struct Wards {
  TemporaryFolder folder;
  explicit Wards(const std::string& keys = "") {
    write_file(path("framework.yaml"), R"(tijian: 1
framework: wards
title: {zh: 片区, en: Wards}
attributes: [{id: parent, title: {zh: 片区, en: Ward}}]
peers: parent
)" + keys + R"(variables:
  - {id: area, title: {zh: 面积, en: Area}, unit: 平方公里, keeper: 规划局}
  - {id: density, title: {zh: 密度, en: Density}, unit: 万人/平方公里, keeper: 统计局}
  - {id: dense, title: {zh: 高密度用地, en: Dense land}, unit: 平方公里, rollup: sum, formula: 'if(density > 2 [万人/平方公里], area, 0 * area)'}
categories:
  - id: c
    title: {zh: 用地, en: Land}
    indicators:
      - {id: dense_land, title: {zh: 高密度用地规模, en: Dense land}, unit: 公顷, direction: lower, formula: dense, score: {shape: linear, zero: 1000, full: 0}}
)");
    write_file(path("data.csv"),
               "place,片区,area,density\nb1,东片,1.5,2.5\nb2,东片,2.5,3\nb3,东片,4,1.2\n"
               "b4,西片,0.5,2.1\nb5,西片,6,2\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
  Said says(std::vector<std::string> words) const {
    words.insert(words.begin() + 1, {folder.path(), path("data.csv")});
    return tijian_says(words);
  }
  Json explained(const std::string& place) const {
    const Said said = says({"explain", "--place", place, "--format", "json"});
    return Json::parse(said.out)
        .at("result")
        .at("explanation")
        .at("children")
        .at(0)
        .at("children")
        .at(0);
  }
};

}  // namespace

TEST_CASE("a ward that only its blocks name has their land, and is ranked among wards") {
  const Wards wards;
  const Json east = wards.explained("东片"), west = wards.explained("西片");
  CHECK(east["value"] == Approx(400));  // 1.5 + 2.5 km2, in ha
  CHECK(east["score"] == Approx(60));   // 100 (400 - 1000)/(0 - 1000)
  CHECK(west["value"] == Approx(50));   // 0.5 km2: b5 is at 2, not above
  CHECK(west["score"] == Approx(95));
  CHECK(east["rank"] == 2);
  CHECK(west["rank"] == 1);
  CHECK(east["inputs"][0]["rollup"] == "sum");
  CHECK(east["inputs"][0]["places_below"] == 3);
  const Json block = wards.explained("b1");
  CHECK(block["value"] == Approx(150));
  CHECK_FALSE(block["inputs"][0].contains("rollup"));
  CHECK(tells(block["inputs"][0]["formula"], "if(density > 2"));
  const Said scored = wards.says({"score"});
  CHECK(tells(scored.err, "B452"));
  CHECK(tells(scored.err, "东片 (3), 西片 (2)"));
  CHECK_FALSE(tells(scored.err, "B400"));  // nobody is asked for a column of Dense land
}

TEST_CASE("the form asks blocks for what a formula is over, and wards for nothing") {
  const Wards wards("places: {file: places.csv}\n");
  write_file(wards.path("places.csv"), "place,parent\n东片,\nb1,东片\nb2,东片\n");
  const std::string form = tijian_says({"template", wards.folder.path()}).out;
  CHECK(tells(form, "b1,,东片,area,"));
  CHECK(tells(form, "b2,,东片,density,"));
  CHECK_FALSE(tells(form, "dense"));
  CHECK_FALSE(tells(form, "\n东片"));
}

TEST_CASE("a stream, which sees no other rows, refuses to roll up") {
  const Wards wards;
  CHECK(tells(wards.says({"score", "--stream", "--out", wards.path("out")}).err, "M695"));
}
