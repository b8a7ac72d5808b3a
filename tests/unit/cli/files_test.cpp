// Departments' files: what check says of who owes what, propose, and what it writes being read.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

constexpr const char* bureaus = R"(tijian: 1
framework: town
version: 1
title: {zh: 小镇, en: Town}
places: {file: places.csv}
variables:
  - {id: beds, title: {zh: 床位, en: Beds}, unit: 张, keeper: 卫生局}
  - {id: doctors, title: {zh: 医生, en: Doctors}, unit: 人, keeper: 卫生局}
  - {id: residents, title: {zh: 常住人口, en: Residents}, unit: 人, keeper: 统计局}
categories:
  - id: care
    title: {zh: 养老, en: Care}
    indicators:
      - {id: b, title: {zh: 千人床位, en: Beds}, unit: 张/千人, direction: higher, formula: beds / residents}
      - {id: d, title: {zh: 千人医生, en: Doctors}, unit: 人/千人, direction: higher, formula: doctors / residents}
)";

/// Three places; of the health bureau's figures 2 beds are there and one is faulty, of 3 + 3; of
/// the statistics bureau's 3 of 3.
struct Returned {
  TemporaryFolder folder;
  Returned() {
    write_file(path("framework.yaml"), bureaus);
    write_file(path("places.csv"), "place\n甲\n乙\n丙\n");
    std::filesystem::create_directory(path("in"));
    write_file(path("in/health.csv"), "place,period,beds\n甲,2020,40\n乙,2020,30\n丙,2020,many\n");
    write_file(path("in/statistics.csv"),
               "place,period,residents\n甲,2020,8000\n乙,2020,7000\n丙,2020,6000\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
};

}  // namespace

TEST_CASE("check tells who owes what, also where the data have errors") {
  const Returned town;
  const Said said = tijian_says({"check", town.folder.path(), town.path("in")});
  CHECK(said.exit == 1);
  CHECK(said.err.find("health.csv:4:3: error[C311]") != std::string::npos);
  CHECK(said.out ==
        "Who owes what, 2020: 1 of 2 departments\n"
        "department  files  variables  cells  given  empty  faulty\n"
        "卫生局          1        1/2      6      2      3       1\n"
        "  lacking: Doctors\n");
}

TEST_CASE("the list of who owes what as a file and in JSON") {
  const Returned town;
  write_file(town.path("in/health.csv"), "place,period,beds\n甲,2020,40\n乙,2020,\n");
  const std::string out = town.path("checked");
  const Said said = tijian_says({"check", town.folder.path(), town.path("in"), "--out", out,
                                 "--format", "json", "--lang", "zh"});
  CHECK(said.exit == 0);
  CHECK(read_file(out + "/owed.csv") ==
        "\xEF\xBB\xBFkeeper,files,variables,given_variables,cells,given,empty,faulty,lacking\n"
        "卫生局,health.csv,2,1,6,1,5,0,医生\n"
        "统计局,statistics.csv,1,1,3,3,0,0,\n");
  const auto owed = nlohmann::json::parse(said.out)["result"]["owed"];
  REQUIRE(owed.size() == 2);
  CHECK(owed[0]["keeper"] == "卫生局");
  CHECK(owed[0]["empty"] == 5);
  CHECK(owed[0]["lacking"][0] == "医生");
  CHECK(owed[1]["given"] == 3);
}

TEST_CASE("a source's keeper counts its file, whatever is in it") {
  const Returned town;
  write_file(town.path("in/sources.yaml"),
             "sources: 1\nfiles:\n  - {file: health.csv, keeper: 统计局, marks: {many: 3}}\n");
  const Said said = tijian_says({"check", town.folder.path(), town.path("in")});
  CHECK(said.exit == 0);
  CHECK(said.out.find("统计局          1        0/1      3      0      3       0") !=
        std::string::npos);
}

TEST_CASE("a department's file that is not understood has come all the same") {
  const Returned town;
  write_file(town.path("in/卫生局.csv"), "Dear Sir\nplease find enclosed\n");
  std::filesystem::remove(town.path("in/health.csv"));
  const Said said = tijian_says({"check", town.folder.path(), town.path("in")});
  CHECK(said.out.find("卫生局          1        0/2      6      0      6       0") !=
        std::string::npos);
}

TEST_CASE("propose writes a sources.yaml that is read, and never over one") {
  const Returned town;
  write_file(town.path("in/health.csv"),
             "地区;年份;床位\n甲;2020;40\n乙;2020;30,5\n全市;2020;70\n");
  const std::string sources = town.path("in/sources.yaml");
  const Said said = tijian_says({"propose", town.folder.path(), town.path("in"), "-o", sources});
  CHECK(said.exit == 0);
  CHECK(said.err.empty());
  CHECK(said.out == "written: " + sources + ": 2 to read, 0 to answer first, 0 not understood\n");
  const std::string text = read_file(sources);
  CHECK(text.find("separator: \";\"") != std::string::npos);
  CHECK(text.find("leave_out: {places: \"全市\"}") != std::string::npos);
  CHECK(tijian_says({"check", town.folder.path(), town.path("in")}).exit == 0);
  const Said again = tijian_says({"propose", town.folder.path(), town.path("in"), "-o", sources});
  CHECK(again.exit == 1);
  CHECK(again.err.find("[C391]") != std::string::npos);
  CHECK(read_file(sources) == text);
}

TEST_CASE("propose says what nobody can tell, and names files that are no tables") {
  const Returned town;
  write_file(town.path("one.csv"), "年份,床位\n2020,40\n2021,41\n");
  const Said open = tijian_says({"propose", town.folder.path(), town.path("one.csv")});
  CHECK(open.exit == 0);
  CHECK(open.out.find("place: {is: \"?\"}") != std::string::npos);
  write_file(town.path("letter.csv"), "Dear Sir\nplease find enclosed\n");
  const Said letter = tijian_says({"propose", town.folder.path(), town.path("letter.csv")});
  CHECK(letter.exit == 1);
  CHECK(letter.err.find("letter.csv:1: error[C316]") != std::string::npos);
}
