// Every folder of indicators/ is checked, scored and explained with the data that lie in it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "run_program.h"
#include "tijian/tijian.h"

namespace fs = std::filesystem;
using namespace tijian_tests;
using Json = nlohmann::json;

namespace {

struct Case {
  std::string framework, data;
};

std::vector<std::string> data_files(const fs::path& folder) {
  std::vector<std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

/// Each framework with its data: the files together, or one by one where they tell of the same
/// place. chaoyang's own folder holds none; its data are an example.
std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& entry : fs::directory_iterator(TIJIAN_ROOT "/indicators")) {
    if (!fs::exists(entry.path() / "framework.yaml")) continue;
    const std::string name = entry.path().filename().string();
    const std::string framework = "indicators/" + name;
    if (name == "chaoyang") {
      all.push_back({framework, "examples/chaoyang/values.csv"});
      continue;
    }
    std::string together;
    for (const std::string& file : data_files(entry.path() / "data")) {
      if (name == "seven_haves_five_qualities") all.push_back({framework, quoted(file)});
      together += quoted(file) + ' ';
    }
    if (name != "seven_haves_five_qualities") all.push_back({framework, together});
  }
  return all;
}

std::string printed(const std::string& arguments) {
  const Outcome outcome =
      run_in(TIJIAN_ROOT, "LC_ALL=C.UTF-8 " + quoted(TIJIAN_PROGRAM) + ' ' + arguments);
  INFO(arguments << '\n' << outcome.err);
  REQUIRE(outcome.exit == 0);
  return outcome.out;
}

Json result_of(const std::string& arguments) {
  return Json::parse(printed(arguments + " --format json")).at("result");
}

std::set<std::string> places_of(const Json& scores) {
  std::set<std::string> places;
  for (const Json& line : scores) places.insert(line.at("place").get<std::string>());
  return places;
}

double number(const Json& json, const char* key) {
  return json.contains(key) && json.at(key).is_number() ? json.at(key).get<double>() : std::nan("");
}

double index_score(const Json& scores, const std::string& place, const std::string& period) {
  for (const Json& line : scores)
    if (line.at("place") == place && line.value("period", "") == period &&
        line.at("level") == "index")
      return number(line, "score");
  FAIL("no index of " << place << ' ' << period);
  return std::nan("");
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// A leaf with a value says what it is made of and on what it rests.
void check_leaf(const Json& leaf) {
  if (!std::isnan(number(leaf, "value"))) {
    CHECK(leaf.contains("verdict"));
    CHECK((leaf.contains("inputs") || leaf.contains("source")));
    CHECK(!leaf.at("unit").get<std::string>().empty());
  }
  CHECK(!leaf.at("basis").empty());
  for (const Json& basis : leaf.at("basis"))
    CHECK(!basis.at("confidence").get<std::string>().empty());
}

/// The mean of the children by their weights is the score, unless a breach caps it.
void check_category(const Json& category) {
  double weights = 0, sum = 0;
  for (const Json& child : category.at("children")) {
    if (std::isnan(number(child, "score"))) continue;
    weights += number(child, "weight");
    sum += number(child, "weight") * number(child, "score");
  }
  const double score = number(category, "score");
  if (std::isnan(score)) return;
  CHECK(weights == Approx(1));
  const std::string flags = category.value("flags", "");
  if (flags.find("capped") != flags.npos)
    CHECK(score == Approx(std::min(sum, 60.0)));
  else
    CHECK(score == Approx(sum));
}

/// Whether a basis with a number covers it; `no-number` names the indicator only.
bool sourced(const tijian::Indicator& indicator, const std::string& number) {
  return std::ranges::any_of(indicator.basis, [&](const tijian::Basis& basis) {
    const bool covers = basis.of.empty() || std::ranges::find(basis.of, number) != basis.of.end();
    return covers && basis.confidence != "no-number" && !basis.source.empty();
  });
}

/// Returns how many indicators the tree of explanations holds.
int check_tree(const Json& node) {
  INFO(node.at("node"));
  CHECK(!node.at("title").get<std::string>().empty());
  if (!node.contains("children")) {
    check_leaf(node);
    return 1;
  }
  check_category(node);
  int leaves = 0;
  for (const Json& child : node.at("children")) leaves += check_tree(child);
  return leaves;
}

}  // namespace

TEST_CASE("five frameworks stand in indicators/, each with data to score") {
  std::set<std::string> frameworks;
  for (const Case& one : cases()) {
    frameworks.insert(one.framework);
    CHECK(!one.data.empty());
  }
  CHECK(frameworks.size() == 5);
}

TEST_CASE("every framework is checked without an error or a warning, and has a README") {
  for (const Case& one : cases()) {
    CAPTURE(one.framework);
    const Json answer = Json::parse(printed("check " + one.framework + " --format json"));
    CHECK(answer.at("messages").empty());
    CHECK(fs::exists(TIJIAN_ROOT "/" + one.framework + "/README.md"));
  }
}

TEST_CASE("every framework is scored, and every place of it explained down to the sources") {
  for (const Case& one : cases()) {
    CAPTURE(one.framework, one.data);
    const std::string arguments = one.framework + ' ' + one.data;
    const Json scores = result_of("score " + arguments).at("scores");
    const int indicators = result_of("check " + one.framework).at("framework").at("indicators");
    const std::set<std::string> places = places_of(scores);
    REQUIRE(!places.empty());
    for (const std::string& place : places) {
      CAPTURE(place);
      const Json answer = result_of("explain " + arguments + " --place " + quoted(place));
      CHECK(check_tree(answer.at("explanation")) == indicators);
      CHECK(same(number(answer.at("explanation"), "score"),
                 index_score(scores, place, answer.value("period", ""))));
    }
  }
}

TEST_CASE("an explanation names the mode and the phase of a station") {
  const std::string station =
      "explain indicators/rail_micro_centre "
      "indicators/rail_micro_centre/data/stations_synthetic.csv --place 合成站02";
  const std::string text = printed(station + " --lang en");
  CHECK(text.find(", Integrated development\n") != std::string::npos);
  CHECK(text.find(", Third phase\n") != std::string::npos);
  const Json answer = result_of(station).at("explanation");
  CHECK(answer.at("children").at(0).at("grade") == "integrated_development");
  CHECK(answer.at("children").at(1).at("grade") == "phase_3");
  CHECK(!answer.contains("grade"));  // the index has no classes
}

TEST_CASE("no number of any framework stands without a source and a confidence") {
  for (const Case& one : cases()) {
    const tijian::Framework framework =
        tijian::load_framework_or_throw(TIJIAN_ROOT "/" + one.framework);
    for (const tijian::Indicator& i : framework.indicators) {
      CAPTURE(one.framework, i.id);
      if (i.plan && i.plan->baseline) CHECK(sourced(i, "baseline"));
      if (i.plan && i.plan->target) CHECK(sourced(i, "target"));
      if (!i.standards.empty()) CHECK(sourced(i, "standard"));
      if (i.score) CHECK(sourced(i, "score"));
    }
  }
}

TEST_CASE(
    "every framework is explained in both languages, and its dictionary has every indicator") {
  for (const Case& one : cases()) {
    CAPTURE(one.framework);
    const tijian::Framework framework =
        tijian::load_framework_or_throw(TIJIAN_ROOT "/" + one.framework);
    const Json scores = result_of("score " + one.framework + ' ' + one.data).at("scores");
    const std::string place = quoted(scores.at(0).at("place").get<std::string>());
    for (const std::string language : {"zh", "en"}) {
      const std::string explained = printed("explain " + one.framework + ' ' + one.data +
                                            " --place " + place + " --lang " + language);
      CHECK(explained.find(framework.title.in(language)) != std::string::npos);
      const std::string book = printed("dictionary " + one.framework + " --lang " + language);
      for (const tijian::Indicator& indicator : framework.indicators) {
        CAPTURE(indicator.id, language);
        CHECK(book.find(indicator.title.in(language)) != std::string::npos);
        CHECK(book.find("`" + indicator.id + "`") != std::string::npos);
      }
    }
  }
}
