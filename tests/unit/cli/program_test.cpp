#include "cli/program.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/threads.h"
#include "run_program.h"
#include "unit/cli/tijian_says.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

constexpr const char* framework = R"(tijian: 1
framework: town
version: 1
title: {zh: 小镇, en: Town}
variables:
  - {id: beds, title: {zh: 床位, en: Beds}, unit: 张, keeper: 卫生局}
  - {id: residents, title: {zh: 常住人口, en: Residents}, unit: 人, keeper: 统计局}
categories:
  - id: care
    title: {zh: 养老, en: Care}
    indicators:
      - id: beds_per_thousand
        title: {zh: 千人床位, en: Beds per thousand}
        unit: 张/千人
        direction: higher
        formula: beds / residents
        score: {shape: linear, zero: 0, full: 10}
)";

/// A folder with a framework and data: 40 beds for 8,000 are 5 a thousand, 50 points; 12 for 6,000
/// are 2, 20 points.
struct Town {
  TemporaryFolder folder;
  Town() {
    write_file(path("framework.yaml"), framework);
    write_file(path("data.csv"),
               "place,period,beds,residents\nOldtown,2020,40,8000\nNewtown,2020,12,6000\n");
  }
  std::string path(const std::string& name) const { return folder.path() + '/' + name; }
};

}  // namespace

TEST_CASE("wrong use exits with 2 and says where to look it up") {
  CHECK(tijian_says({}).exit == 2);
  CHECK(tijian_says({}).err.starts_with("Tijian scores urban health checks"));
  CHECK(tijian_says({"scor"}).err ==
        "tijian: unknown command 'scor'; did you mean 'score'?\nSee: tijian --help\n");
  CHECK(tijian_says({"score"}).err ==
        "tijian score: FRAMEWORK is missing\nSee: tijian score --help\n");
  CHECK(tijian_says({"score", "fw", "--metod", "m"}).err ==
        "tijian score: unknown option '--metod'; did you mean '--method'?\nSee: tijian score "
        "--help\n");
  CHECK(tijian_says({"score", "fw", "d", "--nodes", "leaves"}).err ==
        "tijian score: --nodes: 'leaves' is not one of all, categories, index\nSee: tijian score "
        "--help\n");
  CHECK(tijian_says({"score", "fw", "d", "--out"}).err ==
        "tijian score: --out needs a value\nSee: tijian score --help\n");
  CHECK(tijian_says({"score", "fw", "d", "--method", "m", "--model", "n"}).exit == 2);
  CHECK(tijian_says({"check", "fw", "--skip-lines", "-1"}).exit == 2);
  CHECK(tijian_says({"score", "fw", "d", "--threads", "two"}).exit == 2);
}

TEST_CASE("wrong use in Chinese") {
  CHECK(tijian_says({"scor"}, true).err ==
        "tijian：没有命令“scor”；是不是“score”？\n用法见：tijian --help\n");
  CHECK(tijian_says({"--lang", "zh", "explain", "fw", "d"}).err ==
        "tijian explain：缺少 --place\n用法见：tijian explain --help\n");
}

TEST_CASE("help and version exit with 0 on standard output") {
  CHECK(tijian_says({"--version"}).out == "tijian 0.1.0\n");
  const Said help = tijian_says({"score", "--help"});
  CHECK(help.exit == 0);
  CHECK(help.out.find("Usage: tijian score FRAMEWORK DATA... [options]\n") != help.out.npos);
  CHECK(tijian_says({"--help", "--lang=zh"}).out.find("用法：tijian 命令 ... [选项]\n") !=
        std::string::npos);
}

TEST_CASE("a key of methods that is called like a command answers all the same") {
  for (const std::string key : {"missing", "robustness", "score"}) {
    const Said said = tijian_says({"methods", key});
    CHECK(said.exit == 0);
    CHECK(said.out.starts_with(key + ": "));
  }
}

TEST_CASE("a missing file is an error of the input") {
  CHECK(tijian_says({"check", "/nowhere/framework.yaml"}).exit == 1);
}

TEST_CASE("check says in a line what there is") {
  const Town town;
  const Said said = tijian_says({"check", town.folder.path(), town.path("data.csv")});
  CHECK(said.err.empty());
  CHECK(said.out ==
        "town 1: 1 category, 1 indicator, 2 variables\n"
        "2 rows: 2 places, 1 period (2020); 1 of 1 indicators with a value; 100 % of all values "
        "are there\n"
        "Who owes what, 2020: nobody\n"
        "Plausibility: nothing implausible\n");
  const Said chinese =
      tijian_says({"check", town.folder.path(), town.path("data.csv"), "--lang", "zh"});
  CHECK(chinese.out ==
        "town 1：1 个类别，1 项指标，2 个变量\n"
        "2 行：2 个评价单元，1 个时期（2020）；1/1 项指标有值；应有值的 100 % 已有\n"
        "催报，2020：各部门均已报齐\n"
        "合理性：未见可疑之处\n");
}

TEST_CASE("check ends with what looks wrong, also as a file and in the JSON") {
  const Town town;
  write_file(town.path("data.csv"),
             "place,beds,residents\nOldtown,10,1000\nNewtown,20,2100\nMilltown,30,3300\n"
             "town,60,6400\n");
  const std::string folder = town.folder.path(), data = town.path("data.csv"),
                    out = town.path("checked");
  const Said said = tijian_says({"check", folder, data, "--out", out});
  CHECK(said.exit == 0);
  CHECK(lines_of(said.out)[2] == "Who owes what: nobody");
  CHECK(lines_of(said.out)[3] == "Plausibility: 1 to look at");
  CHECK(said.out.ends_with("written: " + out + "/plausibility.csv, " + out + "/owed.csv\n"));
  const auto lines = lines_of(read_file(out + "/plausibility.csv"));
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].starts_with("total_value," + data + ",,5,2,town,,beds,"));
  const Said json = tijian_says({"check", folder, data, "--out", out, "--format", "json"});
  const auto result = nlohmann::json::parse(json.out)["result"];
  REQUIRE(result["plausibility"].size() == 1);
  CHECK(result["plausibility"][0]["kind"] == "total_value");
  CHECK(result["plausibility"][0]["value"] == 60);
  CHECK(result["plausibility"][0]["reference"] == 60);
  CHECK(result["files"][0] == out + "/plausibility.csv");
}

TEST_CASE("check tells what the method makes of the framework, as score does") {
  const Town town;
  // Three equal columns of data; the judgements of Saaty (1980): lambda max 3.0385,
  // CR = (3.0385 - 3)/2/0.58 = 0.033.
  write_file(town.path("framework.yaml"),
             "tijian: 1\nframework: f\ntitle: F\nindicators:\n"
             "  - {id: a, title: A, unit: \"1\"}\n  - {id: b, title: B, unit: \"1\"}\n"
             "  - {id: c, title: C, unit: \"1\"}\n");
  write_file(town.path("data.csv"), "place,a,b,c\nx,1,1,1\ny,2,2,2\n");
  write_file(town.path("method.yaml"),
             "weights: {method: ahp, matrices: {f: [[1, 3, 5], [1/3, 1, 3], [1/5, 1/3, 1]]}}\n");
  const std::string note = "f: consistency ratio CR = 0.033\n", folder = town.folder.path(),
                    data = town.path("data.csv"), method = town.path("method.yaml");
  const Said checked = tijian_says({"check", folder, "--method", method});
  CHECK(checked.out == "f: 0 categories, 3 indicators, 3 variables\n" + note);
  CHECK(tijian_says({"score", folder, data, "--method", method}).out.find(note) !=
        std::string::npos);
  const Said json = tijian_says({"check", folder, data, "--method", method, "--format", "json"});
  CHECK(nlohmann::json::parse(json.out)["result"]["notes"][0] == "f: consistency ratio CR = 0.033");
}

TEST_CASE("check tells periods from rows without one") {
  const Town town;
  const auto periods = [&](const std::string& rows) {
    write_file(town.path("data.csv"), "place,period,beds,residents\n" + rows);
    write_file(town.path("more.csv"), "place,beds\nNewtown,40\n");
    return lines_of(tijian_says(
                        {"check", town.folder.path(), town.path("data.csv"), town.path("more.csv")})
                        .out)
        .at(1);
  };
  CHECK(periods("Oldtown,2019,40,8000\nOldtown,2021,40,8000\n")
            .find("2 places, 2 periods (2019–2021) and rows without one; ") != std::string::npos);
  CHECK(periods("Oldtown,,40,8000\n").find("2 places, no period; ") != std::string::npos);
}

TEST_CASE("score prints a ranking of many places") {
  const Town town;
  const Said said = tijian_says({"score", town.folder.path(), town.path("data.csv")});
  CHECK(said.exit == 0);
  CHECK(said.out ==
        "Town 1, 2020: 2 places\n"
        "\n"
        "rank  place    index  scored  coverage     1\n"
        "   1  Oldtown  50.00     1/1     100 %  50.0\n"
        "   2  Newtown  20.00     1/1     100 %  20.0\n"
        "\n"
        "1 Care\n"
        "How a score comes about: tijian explain ... --place <place>\n");
}

TEST_CASE("score --out writes scores.csv and the method") {
  const Town town;
  const Said said = tijian_says(
      {"score", town.folder.path(), town.path("data.csv"), "--out", town.path("out/deep")});
  CHECK(said.exit == 0);
  CHECK(
      read_file(town.path("out/deep/scores.csv")) ==
      "place,period,node,level,score,rank,coverage,weight,value,unit,verdict,flags,grade,uncapped,"
      "title,category,keeper,scored,of\n"
      "Oldtown,2020,town,index,50,1,1,1,,,,,,,Town,,,1,1\n"
      "Oldtown,2020,care,category,50,1,1,1,,,,,,,Care,,,1,1\n"
      "Oldtown,2020,beds_per_thousand,indicator,50,1,1,1,5,张/千人,no_benchmark,,,,Beds per "
      "thousand,Care,,,\n"
      "Newtown,2020,town,index,20,2,1,1,,,,,,,Town,,,1,1\n"
      "Newtown,2020,care,category,20,2,1,1,,,,,,,Care,,,1,1\n"
      "Newtown,2020,beds_per_thousand,indicator,20,2,1,1,2,张/千人,no_benchmark,,,,Beds per "
      "thousand,Care,,,\n");
  // The method file repeats the run.
  const Said again = tijian_says({"score", town.folder.path(), town.path("data.csv"), "--method",
                                  town.path("out/deep/method.yaml"), "--out", town.path("again")});
  CHECK(again.exit == 0);
  CHECK(read_file(town.path("again/scores.csv")) == read_file(town.path("out/deep/scores.csv")));
}

TEST_CASE("option --nodes keeps fewer nodes") {
  const Town town;
  tijian_says({"score", town.folder.path(), town.path("data.csv"), "--out", town.path("out"),
               "--nodes", "index"});
  CHECK(lines_of(read_file(town.path("out/scores.csv"))).size() == 3);
}

TEST_CASE("a saved model scores other data on its scale") {
  const Town town;
  CHECK(tijian_says({"score", town.folder.path(), town.path("data.csv"), "--save-model",
                     town.path("model.yaml")})
            .exit == 0);
  write_file(town.path("next.csv"), "place,period,beds,residents\nOldtown,2021,60,8000\n");
  const Said said = tijian_says({"score", town.folder.path(), town.path("next.csv"), "--model",
                                 town.path("model.yaml"), "--format", "json"});
  CHECK(said.exit == 0);
  CHECK(nlohmann::json::parse(said.out)["result"]["scores"][0]["score"] == 75);
}

TEST_CASE("a model is written aside and renamed: what else holds the old file keeps it whole") {
  const Town town;
  write_file(town.path("model.yaml"), "old");
  std::filesystem::create_hard_link(town.path("model.yaml"), town.path("kept.yaml"));
  const auto save = [&](const std::string& path) {
    return tijian_says({"score", town.folder.path(), town.path("data.csv"), "--save-model", path});
  };
  CHECK(save(town.path("model.yaml")).exit == 0);
  CHECK(read_file(town.path("model.yaml")).starts_with("tijian_model: 2\n"));
  CHECK(read_file(town.path("kept.yaml")) == "old");
  const Said refused = save(town.folder.path());
  CHECK(refused.exit == 1);
  CHECK(refused.err.find("error[C390]: cannot write the file: it is a folder, not a file") !=
        std::string::npos);
}

TEST_CASE("json has exit code, messages and result, and standard error stays empty") {
  const Town town;
  const Said good =
      tijian_says({"score", town.folder.path(), town.path("data.csv"), "--format", "json"});
  const auto json = nlohmann::json::parse(good.out);
  CHECK(json["exit"] == 0);
  CHECK(json["messages"].empty());
  CHECK(json["result"]["scores"][2]["node"] == "beds_per_thousand");
  CHECK(json["result"]["scores"][2]["value"] == 5);
  const Said bad = tijian_says({"explain", town.folder.path(), town.path("data.csv"), "--place",
                                "Midtown", "--format", "json"});
  CHECK(bad.err.empty());
  CHECK(bad.exit == 1);
  CHECK(nlohmann::json::parse(bad.out)["messages"][0]["code"] == "B490");
}

TEST_CASE("marks of missing values may be repeated and do not swallow the files") {
  const Town town;
  write_file(town.path("marks.csv"),
             "place,period,beds,residents\nOldtown,2020,-999,8000\nNewtown,2020,none,6000\n");
  const Said said = tijian_says({"score", "--missing", "-999", "--missing", "none",
                                 town.folder.path(), town.path("marks.csv"), "--format", "json"});
  CHECK(said.exit == 0);
  CHECK(!nlohmann::json::parse(said.out)["result"]["scores"][0].contains("score"));
}

TEST_CASE("an explanation names the node by id or by title") {
  const Town town;
  for (const std::string node : {"beds_per_thousand", "千人床位", "Beds per thousand"}) {
    const Said said = tijian_says({"explain", town.folder.path(), town.path("data.csv"), "--place",
                                   "Oldtown", "--node", node});
    CHECK(said.exit == 0);
    CHECK(said.out.find("Beds = 40 张") != said.out.npos);
    CHECK(said.out.find("score 50.000 = 100 × (5 − 0) / (10 − 0)") != said.out.npos);
  }
}

TEST_CASE("an explanation shows what a geometric mean gives, and what cuts or rounds it") {
  const TemporaryFolder folder;
  const auto path = [&](const std::string& name) { return folder.path() + '/' + name; };
  write_file(path("framework.yaml"), R"(tijian: 1
framework: town
title: Town
method: {aggregate: geometric, round: {category: 1}}
categories:
  - {id: land, title: Land, indicators: [
      {id: a, title: A, unit: "1", binding: true, standard: {floor: 8}, score: {shape: linear, zero: 0, full: 10}},
      {id: b, title: B, unit: "1", score: {shape: linear, zero: 0, full: 10}}]}
)");
  write_file(path("data.csv"), "place,a,b\nOldtown,7,9\nNewtown,8,9\n");
  const auto explained = [&](const std::string& place) {
    return tijian_says(
               {"explain", folder.path(), path("data.csv"), "--place", place, "--node", "land"})
        .out;
  };
  // sqrt(70 x 90) = 79.373; sqrt(80 x 90) = 84.853
  CHECK(explained("Oldtown").find(
            "           79.373  Geometric mean\n"
            "  capped at 60.000 because a binding limit below is breached; 79.400 without") !=
        std::string::npos);
  CHECK(explained("Newtown").find("           84.853  Geometric mean\n"
                                  "  rounded to 84.9\n") != std::string::npos);
}

TEST_CASE("the template, filled in and split by keeper, is read back by score") {
  const Town town;
  CHECK(tijian_says({"template", town.folder.path(), "--split", town.path("sheets"), "--place",
                     "Oldtown", "--period", "2020"})
            .exit == 0);
  const auto fill = [&](const std::string& name, const std::string& value) {
    std::string sheet = read_file(town.path("sheets/" + name));
    const auto end = sheet.rfind(",,\r\n");
    sheet.insert(end + 1, value);
    write_file(town.path("sheets/" + name), sheet);
  };
  fill("卫生局.csv", "40");
  fill("统计局.csv", "8000");
  const Said said = tijian_says({"score", town.folder.path(), town.path("sheets/卫生局.csv"),
                                 town.path("sheets/统计局.csv"), "--format", "json"});
  CHECK(said.exit == 0);
  CHECK(nlohmann::json::parse(said.out)["result"]["scores"][0]["score"] == 50);
}

TEST_CASE("a template asks for places of the list and periods, and overwrites nothing") {
  const Town town;
  const std::vector<std::string> sheet{"template", town.folder.path(), "-o", town.path("form.csv")};
  REQUIRE(tijian_says(sheet).exit == 0);
  CHECK(tijian_says(sheet).exit == 0);  // the same again
  write_file(town.path("form.csv"), "filled in\n");
  CHECK(tijian_says(sheet).exit == 1);
  CHECK(read_file(town.path("form.csv")) == "filled in\n");
  CHECK(tijian_says({"template", town.folder.path(), "--period", "20222"}).exit == 1);
  CHECK(tijian_says({"template", TIJIAN_ROOT "/indicators/chaoyang", "--place", "望京街"})
            .err.find("望京街道") != std::string::npos);
  const auto split = tijian_says({"template", TIJIAN_ROOT "/indicators/chaoyang", "--split",
                                  town.path("forms"), "--place", "望京街道"});
  CHECK(split.out.find("财政局.csv") == std::string::npos);  // asked for nothing of streets
}

TEST_CASE("a template is a workbook for each department, which nothing is written over") {
  const Town town;
  const std::string folder = town.path("forms"), health = folder + "/卫生局.xlsx";
  const std::vector<std::string> all{"template", town.folder.path(), "--xlsx", folder};
  const Said said = tijian_says(all);
  if (said.err.find("C393") != said.err.npos) return;  // a build without libxlsxwriter
  CHECK(said.out == health + '\n' + folder + "/统计局.xlsx\n");
  const std::string blank = read_file(health);
  CHECK(blank.starts_with("PK"));
  CHECK(tijian_says(all).exit == 0);  // the same again
  CHECK(read_file(health) == blank);
  write_file(health, "filled in\n");
  const Said refused = tijian_says(all);
  CHECK(refused.exit == 1);
  CHECK(refused.err.find("C391") != refused.err.npos);
  CHECK(read_file(health) == "filled in\n");

  std::vector<std::string> one = all;
  one.insert(one.end(), {"--keeper", "统计局", "--format", "json"});
  CHECK(nlohmann::json::parse(tijian_says(one).out)["result"]["files"] ==
        nlohmann::json{folder + "/统计局.xlsx"});
  CHECK(tijian_says({"template", town.folder.path(), "--xlsx", folder, "--split", folder}).exit ==
        2);
  CHECK(tijian_says({"template", town.folder.path(), "-o", town.path("all.xlsx")}).exit == 0);
  CHECK(read_file(town.path("all.xlsx")).starts_with("PK"));
}

TEST_CASE("a department that is asked for nothing gets no workbook, and that is said") {
  const Town town;
  const Said said = tijian_says({"template", TIJIAN_ROOT "/indicators/chaoyang", "--xlsx",
                                 town.path("forms"), "--place", "望京街道", "--keeper", "财政局"});
  if (said.err.find("C393") != said.err.npos) return;
  CHECK(said.exit == 0);
  CHECK(said.out == "there is nothing to ask: no file was written\n");
  CHECK_FALSE(std::filesystem::exists(town.path("forms/财政局.xlsx")));
}

TEST_CASE("a template that nobody filled in has no rows") {
  const Town town;
  CHECK(tijian_says({"template", town.folder.path(), "-o", town.path("blank.csv")}).exit == 0);
  const Said said = tijian_says({"score", town.folder.path(), town.path("blank.csv")});
  CHECK(said.exit == 1);
  CHECK(said.err.find(":1: error[C309]: no row below the header is filled in\n") !=
        std::string::npos);
}

TEST_CASE("the dictionary goes to a file or to standard output") {
  const Town town;
  const Said said = tijian_says({"dictionary", town.folder.path()});
  CHECK(said.out.starts_with("# Town 1\n"));
  CHECK(tijian_says({"dictionary", town.folder.path(), "-o", town.path("book.md")}).exit == 0);
  CHECK(read_file(town.path("book.md")) == said.out);
}

TEST_CASE(
    "option --stream gives the scores that the whole table gives, but ranks of the index only") {
  const Town town;
  std::string data = "place,period,beds,residents\n";
  for (int i = 0; i < 140000; ++i)
    data += "place" + std::to_string(i) + ",20" + std::to_string(10 + i % 3) + "," +
            std::to_string(i % 41) + ",8000\n";
  write_file(town.path("many.csv"), data);
  // More rows than a block has. Relative scores, so that the method is fitted in a pass of its own;
  // entropy needs another.
  write_file(town.path("method.yaml"),
             "normalise: {method: min_max, applies_to: all}\nweights: entropy\n");
  const auto score = [&](const std::string& out, bool stream) {
    std::vector<std::string> arguments{
        "score", town.folder.path(), town.path("many.csv"), "--method", town.path("method.yaml"),
        "--out", town.path(out)};
    if (stream) arguments.push_back("--stream");
    CHECK(tijian_says(arguments).exit == 0);
    return lines_of(read_file(town.path(out + "/scores.csv")));
  };
  auto whole = score("whole", false);
  const auto streamed = score("streamed", true);
  for (std::string& line : whole)
    if (line.find(",index,") == line.npos && line.find(",rank,") == line.npos) {
      // The rank is the sixth cell.
      auto begin = line.begin();
      for (int cell = 0; cell < 5; ++cell) begin = std::find(begin, line.end(), ',') + 1;
      line.erase(begin, std::find(begin, line.end(), ','));
    }
  CHECK(streamed == whole);
}

TEST_CASE("with --threads 1 no thread is started, whatever the command") {
  const Town town;
  std::string data = "place,period,beds,residents\n";
  for (int i = 0; i < 66000; ++i)
    data += "a place of a long name " + std::to_string(i) + ",2020," + std::to_string(i % 41) +
            ",8000\n";
  write_file(town.path("many.csv"), data);
  write_file(town.path("method.yaml"),
             "normalise: {method: min_max, applies_to: all}\nweights: entropy\n");
  const std::string folder = town.folder.path(), many = town.path("many.csv"),
                    method = town.path("method.yaml"), out = town.path("out");
  const auto started = [](std::vector<std::string> command, const char* threads) {
    command.insert(command.end(), {"--threads", threads});
    const long before = base::threads_started();
    CHECK(tijian_says(command).exit == 0);
    return base::threads_started() - before;
  };
  const std::vector<std::string> score{"score", folder, many, "--method", method, "--out", out};
  std::vector<std::string> stream = score;
  stream.push_back("--stream");
  CHECK(started({"check", folder, many}, "1") == 0);
  CHECK(started(score, "1") == 0);
  CHECK(started(score, "2") > 0);
  CHECK(started(stream, "1") == 0);
  CHECK(started({"compare", folder, many, "--with", method, "--out", out}, "1") == 0);
}

TEST_CASE("two methods are compared in one period where it is named") {
  const Town town;
  write_file(town.path("years.csv"),
             "place,period,beds,residents\nA,2020,40,8000\nB,2020,20,8000\nA,2021,30,8000\n"
             "B,2021,90,8000\n");
  write_file(town.path("method.yaml"), "normalise: {method: min_max, range: [0, 10]}\n");
  const auto compared = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"compare", town.folder.path(), town.path("years.csv"), "--with",
                               town.path("method.yaml"), "--format", "json", "--lang", "en"});
    return tijian_says(more);
  };
  const auto count = [](const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++n;
    return n;
  };
  CHECK(count(compared({}).out, "\"place\"") == 4);
  CHECK(count(compared({"--period", "2021"}).out, "\"place\"") == 2);
  write_file(town.path("blank.csv"), "place,period,beds,residents\nA,2022,,\nB,2022,,\n");
  const auto years = tijian_says({"compare", town.folder.path(), town.path("years.csv"),
                                  town.path("blank.csv"), "--with", "2020", "--lang", "en"});
  CHECK(years.out.find("2020→2021") != years.out.npos);  // of 2022 there is nothing yet
  const auto wrong = compared({"--period", "2019"});
  CHECK(wrong.exit != 0);
  CHECK(wrong.out.find("one of 2020, 2021") != wrong.out.npos);
}

TEST_CASE("option --stream needs a folder to write to") {
  const Town town;
  CHECK(tijian_says({"score", town.folder.path(), town.path("data.csv"), "--stream"}).err ==
        "tijian score: --out is missing\nSee: tijian score --help\n");
}
