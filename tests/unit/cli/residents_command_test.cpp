// What residents say, from the files to what `tijian diagnose` prints and writes.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian_tests;
using Catch::Contains;

namespace {

/// North: parks 85, felt by 55 of 100; 65 of 100 are pleased. South: parks 50, 50 and 90 of 100.
struct AskedTown {
  TemporaryFolder folder;
  AskedTown() {
    write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: Town
felt_as: pleased
variables:
  - {id: answers, title: Answers, unit: 人}
  - {id: liking_parks, title: Like the parks, unit: 人}
  - {id: liking_all, title: Are pleased, unit: 人}
categories:
  - id: green
    title: {en: Green, zh: 绿地}
    felt_as: parks_liked
    indicators:
      - {id: parks, title: Parks, unit: "%", light: {green: 80, red: 60}}
      - {id: parks_liked, title: Parks liked, unit: "%", formula: liking_parks / answers, light: {green: 80, red: 60}, interval: {share_of: answers}}
  - id: rest
    title: Rest
    indicators:
      - {id: pleased, title: Pleased, unit: "%", formula: liking_all / answers, interval: {share_of: answers}}
)");
    write_file(path("data.csv"),
               "place,period,parks,answers,liking_parks,liking_all\n"
               "North,2021,85,100,55,65\nSouth,2021,50,100,50,90\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
  Said says(std::vector<std::string> more, bool chinese = false) const {
    more.insert(more.begin(), {"diagnose", folder.path(), path("data.csv")});
    return tijian_says(more, chinese);
  }
};

/// The line that begins so, its cells.
std::vector<std::string> cells_of(const std::string& csv, const std::string& begin) {
  const std::size_t at = csv.find('\n' + begin);
  REQUIRE(at != std::string::npos);
  std::vector<std::string> cells(1);
  for (std::size_t i = at + 1; csv[i] != '\n' && csv[i] != '\r'; ++i)
    if (csv[i] == ',')
      cells.emplace_back();
    else
      cells.back() += csv[i];
  return cells;
}

}  // namespace

TEST_CASE("diagnose prints the categories whose residents are dissatisfied") {
  const AskedTown town;
  // 55 of 100: (.55 + 3.8415/200 -+ 1.96 sqrt(.2475/100 + 3.8415/40000))/(1 + 3.8415/100)
  CHECK_THAT(town.says({"--place", "North"}).out,
             Contains("Residents: Green: felt worse than the figures: perception lags, or quality\n"
                      "  (Parks liked 55 %, 95 % interval 45.2 to 64.4 of 100 answers)\n"));
  CHECK_THAT(
      town.says({"--place", "South"}, true).out,
      Contains("居民：绿地：优先治理（Parks liked 50 %，100 份回答，95 % 区间 40.4 至 59.6）"));
}

TEST_CASE("diagnose --format json has what residents say") {
  const AskedTown town;
  const auto felt = nlohmann::json::parse(town.says({"--format", "json"}).out)
                        .at("result")
                        .at("diagnosis")
                        .at("residents");
  REQUIRE(felt.size() == 4);
  CHECK(felt[0].at("node") == "town");
  CHECK(felt[0].at("quadrant") == "");
  CHECK(felt[1].at("survey") == "parks_liked");
  CHECK(felt[1].at("quadrant") == "felt_worse");
  CHECK(felt[1].at("answers") == 100);
  CHECK(felt[3].at("quadrant") == "both_poor");
}

TEST_CASE("diagnose --out writes what residents say, and what chance makes of it") {
  const AskedTown town;
  REQUIRE(town.says({"--out", town.path("out")}).exit == 0);
  const std::string felt = read_file(town.path("out/residents.csv"));
  CHECK_THAT(felt, Contains("place,period,node,title,survey,value,unit,low,high,answers,felt,"
                            "objective,quadrant,importance,priority\n"));
  const auto north = cells_of(felt, "North,2021,green");
  CHECK(std::stod(north[7]) == Approx(45.24).margin(0.01));
  CHECK(std::stod(north[8]) == Approx(64.39).margin(0.01));
  const std::vector<std::string> rest{north.begin() + 9, north.end()};
  CHECK(rest == std::vector<std::string>{"100", "red", "green", "felt_worse", "", ""});
  CHECK(cells_of(felt, "South,2021,green")[12] == "both_poor");
  CHECK(cells_of(felt, "South,2021,town")[10] == "no_standard");  // no light of its own
  // Parks: 105 of 200 hold in both intervals. Pleased: 155 of 200 are above North's 73.6.
  const std::string shares = read_file(town.path("out/shares.csv"));
  const auto liked = cells_of(shares, "North,2021,parks_liked");
  CHECK(liked[9] == "52.5");
  CHECK(liked[10] == "green");
  CHECK(cells_of(shares, "North,2021,pleased")[10] == "orange");
  CHECK(cells_of(shares, "South,2021,pleased")[10] == "green");
  const std::string problems = read_file(town.path("out/problems.csv"));
  CHECK_THAT(problems,
             Contains("Pleased is 65 %, worse than its peers together, 77.5 %, by more than "
                      "chance: 95 % interval 55.3 to 73.6 of 100 answers"));
  REQUIRE(town.says({"--out", town.path("zh")}, true).exit == 0);
  CHECK_THAT(
      read_file(town.path("zh/problems.csv")),
      Contains("Pleased为 65 %，比同类单元合计的 77.5 % 差，超出抽样误差：100 份回答，95 % 区间 "
               "55.3 至 73.6"));
  CHECK(cells_of(problems, "town/South/parks/light")[21] == "both_poor");
  CHECK(cells_of(problems, "town/North/pleased/peers")[21] == "");
}
