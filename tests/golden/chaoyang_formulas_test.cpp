// Each of the 134 formulas of indicators/chaoyang over invented numbers, against a sum worked by
// hand in chaoyang_formulas.yaml: units and formulas are checked by numbers.
#include <yaml-cpp/yaml.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <set>

#include "tijian/tijian.h"

using namespace tijian;

namespace {

constexpr int last_year = 2022;

/// One place with those variables, in the variables' units: numbers are of the last year, maps of
/// the years that they name. The last row is the last year's.
Dataset one_place(const Framework& framework, const YAML::Node& variables) {
  std::map<int, std::map<std::string, double>> by_year{{last_year, {}}};
  std::set<std::string> names;
  for (const auto& entry : variables) {
    const auto name = entry.first.as<std::string>();
    names.insert(name);
    if (entry.second.IsMap())
      for (const auto& of_year : entry.second)
        by_year[of_year.first.as<int>()][name] = of_year.second.as<double>();
    else
      by_year[last_year][name] = entry.second.as<double>();
  }
  Dataset data;
  data.rows.places = {"place"};
  data.values.assign(by_year.size(), names.size(), std::nan(""));
  for (const std::string& name : names) {
    REQUIRE(framework.find_variable(name) >= 0);
    data.columns.push_back({framework.find_variable(name), -1, {}});
  }
  for (const auto& [year, values] : by_year) {
    for (const auto& [name, value] : values)
      data.values(data.rows.size(), std::distance(names.begin(), names.find(name))) = value;
    data.rows.place.push_back(0);
    data.rows.period.push_back(*parse_period(std::to_string(year)));
  }
  return data;
}

}  // namespace

TEST_CASE("chaoyang: every formula gives what its worked case says") {
  const Framework framework = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  std::set<std::string> worked;
  for (const YAML::Node& example :
       YAML::LoadFile(TIJIAN_ROOT "/tests/golden/chaoyang_formulas.yaml")) {
    const auto id = example["indicator"].as<std::string>();
    CAPTURE(id, example["working"].as<std::string>());
    const int indicator = framework.find_indicator(id);
    REQUIRE(indicator >= 0);
    const IndicatorTable table = evaluate(framework, one_place(framework, example["variables"]));
    CHECK(table.values(table.rows.size() - 1, indicator) ==
          Approx(example["expected"].as<double>()).epsilon(1e-9));
    worked.insert(id);
  }
  CHECK(worked.size() == 134);
  CHECK(framework.indicators.size() == 134);
}

TEST_CASE("chaoyang: thirteen categories, and every indicator has titles, a unit and a basis") {
  const Framework framework = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  CHECK(framework.nodes[0].children.size() == 13);
  for (const Indicator& indicator : framework.indicators) {
    CAPTURE(indicator.id);
    CHECK(indicator.title.by_language().contains("zh"));
    CHECK(indicator.title.by_language().contains("en"));
    CHECK_FALSE(indicator.unit.empty());
    CHECK_FALSE(indicator.basis.empty());
    for (const Basis& basis : indicator.basis) CHECK_FALSE(basis.confidence.empty());
  }
}
