// What the outputs of commands tell: grades, notes, places below, what a stream leaves empty.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian_tests;
using Json = nlohmann::json;

namespace {

/// An index of strain, the lower the better. North has 80 and 40, hence 60, South 20 and 40, hence
/// 30: of the two, North has the higher score and is in the first of two grades by rank.
struct Strain {
  TemporaryFolder folder;
  Strain() {
    write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: {zh: 小镇, en: Town}
direction: lower
grades:
  - {at_least: 50, id: bad, title: {zh: 差, en: Bad}}
  - {at_least: 0, id: good, title: {zh: 好, en: Good}}
categories:
  - id: strain
    title: {zh: 负担, en: Strain}
    grades: {classes: 2}
    indicators:
      - {id: noise, title: Noise, unit: "1", score: {shape: linear, zero: 0, full: 100}, grades: {classes: 2}}
      - {id: dust, title: Dust, unit: "1", score: {shape: linear, zero: 0, full: 100}, grades: [{at_least: 30, id: high, title: High}]}
)");
    write_file(path("data.csv"), "place,noise,dust\nNorth,80,40\nSouth,20,40\n");
    // Two judgements of two are always consistent: 3/4 and 1/4.
    write_file(path("ahp.yaml"),
               "weights: {method: ahp, matrices: {strain: [[1, 3], [1/3, 1]]}}\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
  Said says(std::vector<std::string> more, bool chinese = false) const {
    more.insert(more.begin() + 1, {folder.path(), path("data.csv")});
    return tijian_says(more, chinese);
  }
  Json result(std::vector<std::string> more) const {
    more.insert(more.end(), {"--format", "json"});
    return Json::parse(says(more).out).at("result");
  }
};

/// The town has no figures of its own: 1000 and 3000 people, rates of 2 and 6; 2 x 1/4 + 6 x 3/4.
struct Parts {
  TemporaryFolder folder;
  Parts() {
    write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: Town
attributes: [parent]
variables:
  - {id: people, title: {zh: 人口, en: People}, unit: 人, rollup: sum}
  - {id: rate, title: {zh: 率, en: Rate}, unit: "1", rollup: {mean: people}}
categories:
  - id: c
    title: C
    indicators:
      - {id: rate, title: Rate, unit: "1", score: {shape: linear, zero: 0, full: 10}}
      - {id: twice, title: Twice, unit: 人, formula: 2 * people, score: {shape: linear, zero: 0, full: 10000}}
)");
    write_file(path("data.csv"),
               "place,parent,people,rate\nTown,,,\nA,Town,1000,2\nB,Town,3000,6\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
  Said explain(const std::string& place, bool chinese = false, const char* format = "text") const {
    return tijian_says(
        {"explain", folder.path(), path("data.csv"), "--place", place, "--format", format},
        chinese);
  }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("the JSON of scores has the grades that scores.csv has") {
  const Json scores = Strain().result({"score"}).at("scores");
  REQUIRE(scores.size() == 8);
  CHECK(scores[0]["grade"] == "bad");   // North: 60
  CHECK(scores[1]["grade"] == "1");     // strain, the higher of two
  CHECK(scores[2]["grade"] == "1");     // noise
  CHECK(scores[3]["grade"] == "high");  // dust: 40
  CHECK(scores[4]["grade"] == "good");
  CHECK(scores[5]["grade"] == "2");
}

TEST_CASE("the JSON of scores and of an explanation has the notes on the weights") {
  const Strain strain;
  const std::string ahp = strain.path("ahp.yaml");
  for (const Json& result : {strain.result({"score", "--method", ahp}),
                             strain.result({"explain", "--place", "North", "--method", ahp})}) {
    REQUIRE(result.at("notes").size() == 1);
    CHECK(has(result["notes"][0], "consistency ratio"));
  }
  CHECK_FALSE(strain.result({"score"}).contains("notes"));
  CHECK(
      has(strain.says({"explain", "--place", "North", "--method", ahp}).out, "consistency ratio"));
}

TEST_CASE("rank 1 stands first where the lowest index is best") {
  CHECK(Strain().says({"score"}).out ==
        "Town: 2 places\n\n"
        "rank  place  index  grade  scored  coverage     1  grade 1\n"
        "   1  South  30.00  Good      2/2     100 %  30.0  2\n"
        "   2  North  60.00  Bad       2/2     100 %  60.0  1\n\n"
        "1 Strain\n"
        "How a score comes about: tijian explain ... --place <place>\n");
}

TEST_CASE("an explanation calls a grade by rank a grade, of leaves too") {
  const Strain strain;
  const std::string text = strain.says({"explain", "--place", "North"}).out;
  CHECK(has(text, "Town  60.000, Bad\n"));
  CHECK(has(text, "Strain  60.000, grade 1\n"));
  CHECK(has(text, "straight between\n  grade 1\n"));
  CHECK(has(text, "straight between\n  grade: High\n"));
  CHECK(has(strain.says({"explain", "--place", "North"}, true).out, "负担  60.000，等级 1\n"));
  // Alone, a place is the last of one: ceil(2 x 1/1).
  write_file(strain.path("data.csv"), "place,noise,dust\nNorth,80,40\n");
  const std::string table = strain.says({"score"}).out;
  CHECK(has(table, "coverage 100 %; grade 2 "));
  CHECK(has(table, "no benchmark; High "));
}

TEST_CASE("an explanation tells from how many places a value is rolled up") {
  const Parts parts;
  const std::string text = parts.explain("Town").out;
  CHECK(has(text, "Rate = 5\n  [the mean over the 2 places below, weighted by People]\n"));
  CHECK(has(text, "  People = 4000 人 [the sum over the 2 places below]\n"));
  CHECK_FALSE(has(parts.explain("A").out, "places below"));
  CHECK(has(parts.explain("Town", true).out, "〔下级 2 个评价单元之和〕"));
  const Json result = Json::parse(parts.explain("Town", false, "json").out).at("result");
  const Json& c = result["explanation"]["children"][0];
  const Json& rate = c["children"][0]["inputs"][0];
  CHECK(rate["rollup"] == "mean");
  CHECK(rate["rollup_weights"] == "people");
  CHECK(rate["places_below"] == 2);
  CHECK(c["children"][1]["inputs"][0]["rollup"] == "sum");
  write_file(parts.path("data.csv"),
             "place,parent,people,rate\nTown,,4000,\nA,Town,1000,2\nB,Town,3000,6\n");
  const std::string given = parts.explain("Town").out;
  CHECK(has(given, "  People = 4000 人\n"));  // the data give it
  CHECK(has(given, "the mean over the 2 places below"));
}

TEST_CASE("option --stream says which ranks and grades it leaves empty") {
  const Strain strain;
  const auto stream = [&](const std::string& nodes, bool chinese = false) {
    return strain
        .says({"score", "--stream", "--out", strain.path("out"), "--nodes", nodes}, chinese)
        .out;
  };
  CHECK(has(stream("all"),
            "With --stream only the index is ranked: other ranks are left empty, and so are the "
            "grades by rank of strain, noise\n"));
  CHECK(has(stream("categories"), "grades by rank of strain\n"));
  CHECK(has(stream("all", true),
            "--stream 只给总指数排名：其他名次留空，以下节点按名次的等级也留空："
            "strain、noise\n"));
  CHECK_FALSE(has(stream("index"), "ranked"));
  CHECK(has(tijian_says({"score", "--help"}).out, "ranks, and grades by rank, of the"));
}

TEST_CASE("what the documentation says of `reference` holds: which rows count, and how much") {
  const TemporaryFolder folder;
  const auto path = [&](const std::string& name) { return folder.path() + '/' + name; };
  write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: Town
variables: [{id: people, title: People, unit: 人}]
categories: [{id: c, title: C, indicators: [{id: a, title: A, unit: "1"}]}]
)");
  write_file(path("data.csv"),
             "place,period,a,people\nP,2017,10,1\nQ,2017,20,3\nP,2018,30,1\nR,2018,,1\n");
  const auto scores = [&](const std::string& method) {
    write_file(path("m.yaml"), method);
    const Said said = tijian_says(
        {"score", folder.path(), path("data.csv"), "--method", path("m.yaml"), "--format", "json"});
    INFO(said.out);
    return Json::parse(said.out).at("result").at("scores");
  };
  // Three nodes a row: the index, c, a. By all periods R would get 20, by people 17.5 or 18.
  const Json imputed = scores("impute: mean\nreference: {periods: [2017], weights: people}\n");
  CHECK(imputed[11]["value"] == 15);
  // The scale of c is that of 2017: 10 and 20, so that 30 is 200.
  const Json scaled = scores(
      "normalise: none\nreference: {periods: [2017]}\n"
      "aggregate: [{method: arithmetic, normalise: min_max}, arithmetic]\n");
  CHECK(scaled[7]["score"] == 200);
}

TEST_CASE("one place or one period of many can be asked for") {
  const TemporaryFolder folder;
  write_file(folder.path() + "/framework.yaml", R"(tijian: 1
framework: town
title: {zh: 小镇, en: Town}
indicators:
  - {id: noise, title: {zh: 噪声, en: Noise}, unit: "1", score: {shape: linear, zero: 0, full: 100}}
)");
  const std::string data = folder.path() + "/data.csv";
  write_file(data,
             "place,period,noise\nNorth,2020,80\nNorth,2021,60\nSouth,2020,20\nSouth,2022,\n");
  const auto score = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"score", folder.path(), data});
    return tijian_says(more);
  };
  CHECK(score({}).out.find("Town, 2021: 1 place") != std::string::npos);  // 2022 has no value
  CHECK(score({"--period", "2020"}).out.find("Town, 2020: 2 places") != std::string::npos);
  CHECK(score({"--place", "South"}).out.find("Town: South, 2020") != std::string::npos);
  CHECK(score({"--place", "North", "--period", "2020"}).out.find("Town: North, 2020") !=
        std::string::npos);
  const Json rows =
      Json::parse(score({"--place", "North", "--format", "json"}).out)["result"]["scores"];
  CHECK(rows.size() == 4);  // two nodes, two years
  CHECK(score({"--period", "2019"}).err.find("B491") != std::string::npos);
  CHECK(score({"--place", "Nort"}).err.find("'North'") != std::string::npos);
}
