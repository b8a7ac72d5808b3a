// `tijian diagnose`: how places stand among each other.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian_tests;

namespace {

constexpr const char* rows_of_villages[] = {"North,900,40", "East,100,10", "South,200,20",
                                            "West,800,30"};

/// Four villages with beds, alike or not by people, a variable that no indicator uses.
struct Villages {
  TemporaryFolder folder;
  explicit Villages(bool reversed = false) {
    write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: {en: Town, zh: 小镇}
variables:
  - {id: people, title: {en: People, zh: 人口}, unit: 人}
diagnosis: {context: [people]}
categories:
  - id: care
    title: {en: Care, zh: 养老}
    indicators:
      - {id: beds, title: {en: Beds, zh: 床位}, unit: 张, score: {shape: linear, zero: 0, full: 50}}
)");
    std::string data = "place,people,beds\n";
    for (int k = 0; k < 4; ++k) data += std::string(rows_of_villages[reversed ? 3 - k : k]) + '\n';
    write_file(path("data.csv"), data);
    write_file(path("pairs.csv"), "place,neighbour\nEast,South\nNorth,West\nWest,South\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
  Said says(std::vector<std::string> more, bool chinese = false) const {
    more.insert(more.begin(), {"diagnose", folder.path(), path("data.csv")});
    return tijian_says(more, chinese);
  }
  std::string file(const std::string& name) const { return read_file(path("out/" + name)); }
};

}  // namespace

// People: mean 500, squares 2 * (400^2 + 300^2), standard deviation sqrt(500000/3) = 408.25; 100
// apart is 0.2449. Beds in a line 10, 20, 30, 40: I = 0.4.
TEST_CASE("diagnose --out tells who is alike and how places lie among their neighbours") {
  const Villages villages;
  const Said said =
      villages.says({"--out", villages.path("out"), "--neighbours", villages.path("pairs.csv")});
  CHECK(said.err.empty());
  CHECK(said.out.find("spatial.csv") != std::string::npos);
  CHECK(villages.file("neighbours.csv").find(",North,West,1,0.24494897") != std::string::npos);
  CHECK(villages.file("neighbours.csv").find(",people,-0.24494897") != std::string::npos);
  CHECK(villages.file("spatial.csv").find(",,beds,moran,,4,4,0.4,-0.333333") != std::string::npos);
  CHECK(villages.file("balance.csv").find(",,,beds,gini,,4,0.25,,") != std::string::npos);
}

TEST_CASE("the order of the data's lines changes nothing among places") {
  const Villages villages, reversed(true);
  for (const Villages* each : {&villages, &reversed})
    each->says({"--out", each->path("out"), "--neighbours", each->path("pairs.csv")});
  for (const char* name : {"spatial.csv", "balance.csv", "neighbours.csv"})
    CHECK(villages.file(name) == reversed.file(name));
  CHECK(villages.file("spatial.csv").find("local_moran,East,") != std::string::npos);
}

TEST_CASE("diagnose --format json prints what --out writes, but for the neighbours") {
  const Villages villages;
  const auto result = [&](std::vector<std::string> more) {
    more.insert(more.end(), {"--format", "json"});
    return nlohmann::json::parse(villages.says(more).out).at("result");
  };
  const auto files =
      result({"--out", villages.path("out"), "--neighbours", villages.path("pairs.csv")})
          .at("files");
  CHECK(files.back() == villages.path("out/diagnosis.json"));
  auto written = nlohmann::json::parse(villages.file("diagnosis.json"));
  CHECK(written.at("peer_study").at("spatial").at("nodes")[0].at("moran") == Approx(0.4));
  CHECK(written.at("peer_study").at("statistical_neighbours")[0].at("place") == "East");
  written.at("peer_study").erase("spatial");
  CHECK(result({}).at("diagnosis") == written);
}

TEST_CASE("neighbours are for the files") {
  const Villages villages;
  const Said said = villages.says({"--neighbours", villages.path("pairs.csv")});
  CHECK(said.exit == 2);
  CHECK(said.err.find("--out") != std::string::npos);
}
