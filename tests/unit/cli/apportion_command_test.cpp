// `tijian apportion`: what it prints and writes.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian_tests;
using Json = nlohmann::json;

namespace {

/// Scores are the values: the town has two quarters, 20 and 60, and one without a value.
struct Quarters {
  TemporaryFolder folder;
  Quarters() {
    write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: Town
attributes: [parent]
places: {file: places.csv}
categories:
  - id: care
    title: Care
    indicators:
      - {id: beds, title: {zh: 床位, en: Beds}, unit: "1", score: {shape: linear, zero: 0, full: 100}}
)");
    write_file(path("places.csv"),
               "place,alias,parent\nTown,,\nNorth,N,Town\nSouth,,Town\nEast,,Town\n");
    write_file(path("data.csv"),
               "place,period,beds\nTown,2021,50\nNorth,2021,20\nSouth,2021,60\n"
               "East,2021,\nNorth,2020,10\nSouth,2020,10\n");
    write_file(path("bounds.csv"), "place,low,high\nN,150,\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
  Said says(std::vector<std::string> more, bool chinese = false) const {
    more.insert(more.begin(), {"apportion", folder.path(), path("data.csv")});
    return tijian_says(more, chinese);
  }
};

}  // namespace

TEST_CASE("apportion shares among the quarters by their scores, under the bounds") {
  const Quarters quarters;
  // 400 by 20 and 60: 100 and 300. North has at least 150, so South has 250.
  const Said said =
      quarters.says({"--total", "400", "--by", "床位", "--bounds", quarters.path("bounds.csv")});
  CHECK(said.err == "");
  CHECK(said.out == R"(400 shared out by the score of Beds, 2021
  4.16667 for each point

place  score  low    share
North  20.00  150  150.000  lower bound
South  60.00       250.000
sum                    400
Town does not share: the others are parts of it.
East does not share: no score.
)");
}

TEST_CASE("apportion says the same in Chinese, and in whole units") {
  const Quarters quarters;
  const Said said = quarters.says({"--total", "10", "--whole", "1", "--period", "2020"}, true);
  CHECK(said.out == R"(总量 10，按“Town”的得分分配（2020）
  每 1 分得 0.5，取 1 的整数倍

评价单元   得分  分配量
North     10.00       5
South     10.00       5
合计                 10
)");
}

TEST_CASE("apportion gives programs the same numbers") {
  const Quarters quarters;
  const Said said = quarters.says({"--total", "400", "--format", "json"});
  const Json result = Json::parse(said.out).at("result").at("apportionment");
  CHECK(result.at("node") == "town");
  CHECK(result.at("period") == "2021");
  CHECK(result.at("lambda") == 5);
  CHECK(result.at("shares").size() == 2);
  CHECK(result.at("shares")[1] ==
        Json::parse(
            R"({"place": "South", "score": 60.0, "low": 0.0, "share": 300.0, "high": null})"));
  CHECK(result.at("left_out")[0] == Json::parse(R"({"place": "Town", "why": "has_parts"})"));
}

TEST_CASE("apportion --out writes a line a place, those left out too") {
  const Quarters quarters;
  const Said said = quarters.says({"--total", "400", "--by", "beds", "--bounds",
                                   quarters.path("bounds.csv"), "--out", quarters.path("out")});
  CHECK(said.exit == 0);
  CHECK(read_file(quarters.path("out/apportionment.csv")) ==
        R"(place,period,node,score,low,share,high,note,data_flags
North,2021,beds,20,150,150,,low,
South,2021,beds,60,0,250,,,
Town,2021,beds,,,,,has_parts,
East,2021,beds,,,,,no_score,
)");
}
