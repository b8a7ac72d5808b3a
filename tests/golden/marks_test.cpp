// What carries a mark wherever it is printed: numbers that nobody checked, and made-up data.
#include <catch2/catch.hpp>

#include "run_program.h"
#include "tijian/tijian.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

Outcome program(const std::string& arguments) {
  return run_in(TIJIAN_ROOT, "LC_ALL=C.UTF-8 " + quoted(TIJIAN_PROGRAM) + ' ' + arguments);
}

std::string printed(const std::string& arguments) {
  const Outcome outcome = program(arguments);
  INFO(arguments << '\n' << outcome.err);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Three values of Chaoyang: below a scale that nobody checked, past a target, under a standard.
struct Values {
  TemporaryFolder folder;
  std::string path = quoted(folder.path() + "/values.csv");
  Values() {
    write_file(folder.path() + "/values.csv",
               "place,period,place_type,green_travel_share,labor_productivity,"
               "bicycle_lane_density,rd_expenditure_intensity\n"
               "朝阳区,2021,district,73,30,1.5,3\n"
               "朝阳区,2022,district,74,33,1.6,3\n");
  }
};

}  // namespace

TEST_CASE("an unchecked number is marked in tables and in the words of a verdict") {
  const Values values;
  const std::string table = printed("score indicators/chaoyang --lang en " + values.path);
  CHECK(has(table, "57.60†"));  // 60 (74 - 50) / (75 - 50): its scale is not checked
  CHECK(has(table, "23† (2020)"));
  CHECK(has(table, "under 2†"));
  CHECK(has(table, "† rests on a number that was not checked against its source"));
  // Labour productivity is scored by the sample: its target serves the verdict alone.
  CHECK(has(table, "100.00*"));
  CHECK_FALSE(has(table, "100.00†"));
}

TEST_CASE("an unchecked number is marked in explanations") {
  const Values values;
  const std::string explain =
      "explain indicators/chaoyang --place 朝阳区 --period 2022 " + values.path;
  const std::string text = printed(explain + " --lang en");
  CHECK(has(text, "score 57.600† = 60 × (74 − 50†) / (75† − 50†)"));
  CHECK(has(text, "60 points at 75†, 100 points at 80†"));
  CHECK(has(text, "score 50.000† = 100 × (3 − 0†) / (6† − 0†)"));
  CHECK(has(text, "target 23† (2020)"));
  CHECK(has(text, "† (uncited-high)"));
  const std::string json = printed(explain + " --format json");
  CHECK(has(json, "60 × (74 − 50†) / (75† − 50†)"));
  CHECK(has(json, R"("limit_uncited": true)"));
  CHECK(has(json, R"("confidence": "uncited-high")"));
  CHECK(has(json, R"("flags": "uncited")"));
}

TEST_CASE("an explanation gives the note, and what its mark means") {
  const std::string text = printed(
      "explain indicators/chaoyang examples/chaoyang/values.csv --place 朝阳区 --period 2021 "
      "--node total_floor_area --lang en");
  CHECK(has(text, "no spare capacity"));
  CHECK(has(text, "at most 2.92 (2035), to be kept"));
  CHECK_FALSE(has(text, "†"));
  // Conferences rest on no unchecked number, but their note mentions one.
  const Values values;
  write_file(values.folder.path() + "/values.csv",
             "place,period,place_type,international_conferences\n朝阳区,2022,district,12\n");
  const std::string note = printed(
      "explain indicators/chaoyang --place 朝阳区 --node "
      "international_conferences --lang en " +
      values.path);
  CHECK(has(note, "95/115/125†"));
  CHECK(has(note, "† rests on a number"));
}

TEST_CASE("a category says where relative and absolute scores meet") {
  const Values values;
  const std::string explain =
      "explain indicators/chaoyang --place 朝阳区 --period 2022 --node innovation_economy " +
      values.path;
  CHECK(has(printed(explain + " --lang en"), "* relative: 0 and 100 are the ends of this sample"));
  CHECK(has(printed(explain + " --lang zh"), "* 相对得分"));
  // Where all scores are relative there is nothing to tell apart.
  CHECK_FALSE(has(printed("score examples/beijing_districts examples/beijing_districts/data.csv "
                          "--lang en"),
                  "* relative"));
}

TEST_CASE("scores.csv, check and the dictionary name what rests on unchecked numbers") {
  const Values values;
  const std::string out = values.folder.path() + "/out";
  printed("score indicators/chaoyang --out " + quoted(out) + ' ' + values.path);
  const Framework framework = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  const std::string scores = read_file(out + "/scores.csv");
  const std::string check = printed("check indicators/chaoyang --lang en");
  const std::string json = printed("check indicators/chaoyang --format json");
  const std::string zh = printed("dictionary indicators/chaoyang --lang zh");
  const std::string en = printed("dictionary indicators/chaoyang --lang en");
  int uncited = 0;
  for (const Indicator& indicator : framework.indicators) {
    if (!indicator.uncited()) continue;
    ++uncited;
    CAPTURE(indicator.id);
    CHECK(has(check, ' ' + indicator.title.in("en")));
    CHECK(has(json, '"' + indicator.id + '"'));
    for (const std::string& book : {zh, en}) {
      const auto from = book.find("`" + indicator.id + "`");
      const std::string entry = book.substr(from, book.find("\n### ", from) - from);
      CHECK(has(entry, "†"));
    }
  }
  CHECK(uncited >= 20);
  CHECK(has(check, std::to_string(uncited) + " indicator(s) with numbers"));
  for (const std::string& line : lines_of(scores))
    if (has(line, "green_travel_share") || has(line, "labor_productivity"))
      CHECK(has(line, ",uncited,,,"));  // neither a grade nor a cap
}

TEST_CASE("whatever is made of synthetic data says so") {
  const std::string areas = "indicators/key_area indicators/key_area/data/areas_synthetic.csv";
  const std::vector<std::string> commands = {
      "check " + areas,
      "score " + areas,
      "explain " + areas + " --place 合成重点区A",
      "robustness " + areas + " --samples 8",
      "compare " + areas + " --with 2021:2022",
      "compare " + areas + " --with 2021:2022 --place 合成重点区A",
      "audit " + areas,
      "prescribe " + areas + " --place 合成重点区A --to 90",
      "apportion " + areas + " --total 100"};
  for (const std::string& command : commands) {
    INFO(command);
    CHECK(has(printed(command + " --lang en"), "[synthetic data]"));
    CHECK(has(printed(command + " --lang zh"), "【合成数据】"));
    CHECK(has(printed(command + " --format json"), "\"synthetic\""));
  }
}

TEST_CASE("every line of a file made of synthetic data says so") {
  const std::string areas = "indicators/key_area indicators/key_area/data/areas_synthetic.csv";
  const TemporaryFolder folder;
  const std::string out = " --out " + quoted(folder.path());
  const std::vector<std::pair<std::string, std::vector<std::string>>> commands = {
      {"score ", {"scores.csv"}},
      {"robustness --samples 8 --sensitivity --removal ",
       {"robustness.csv", "sensitivity.csv", "removal.csv"}},
      {"compare --with 2021:2022 ", {"moves.csv", "contributions.csv"}},
      {"audit ",
       {"indicators.csv", "correlations.csv", "influence.csv", "categories.csv", "flags.csv"}},
      {"apportion --total 100 ", {"apportionment.csv"}}};
  for (const auto& [command, files] : commands) {
    printed(command + areas + out);
    for (const std::string& file : files) {
      const std::vector<std::string> lines = lines_of(read_file(folder.path() + '/' + file));
      INFO(file);
      REQUIRE(lines.size() > 1);
      for (std::size_t i = 1; i < lines.size(); ++i)
        CHECK((has(lines[i], ",synthetic") || has(lines[i], ";synthetic")));
    }
  }
}

TEST_CASE("a model fitted to synthetic data says so wherever it is used again") {
  const TemporaryFolder folder;
  const std::string model = quoted(folder.path() + "/model.yaml");
  const std::string area = quoted(folder.path() + "/area.csv");
  printed("score indicators/key_area indicators/key_area/data/areas_synthetic.csv --save-model " +
          model);
  CHECK(has(read_file(folder.path() + "/model.yaml"), "synthetic"));
  write_file(folder.path() + "/area.csv", "place,period,plot_ratio\n望京,2022,2.1\n");
  const std::string again = "score indicators/key_area " + area + " --model " + model;
  CHECK(has(printed(again + " --lang en"), "The model was fitted to synthetic data"));
  CHECK(has(printed(again + " --lang zh"), "本模型由合成数据拟合"));
}

TEST_CASE("published figures are not called synthetic") {
  const std::string published =
      "indicators/plan_implementation indicators/plan_implementation/data/limits.csv";
  CHECK_FALSE(has(printed("audit " + published + " --lang en"), "synthetic"));
  CHECK_FALSE(has(printed("score " + published + " --lang en"), "synthetic"));
}
