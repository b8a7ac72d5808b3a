// Ranges, wholes and breaks of indicators/chaoyang, held against every published and every
// synthetic figure, and against what a planner once entered.
#include <catch2/catch.hpp>

#include "golden/reference_table.h"
#include "run_program.h"
#include "tijian/tijian.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const Framework& chaoyang() {
  static const Framework framework = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  return framework;
}

/// The warnings of implausible values: in the files, then in what is computed of them.
std::vector<Diagnostic> implausible(const std::vector<std::string>& files) {
  const Loaded<Dataset> data = read_dataset(files, chaoyang());
  REQUIRE(data);
  std::vector<Diagnostic> all = data.diagnostics;
  for (const Diagnostic& one : evaluate(chaoyang(), *data).diagnostics) all.push_back(one);
  std::erase_if(all, [](const Diagnostic& one) {
    return one.code != "B470" && one.code != "B471" && one.code != "N511";
  });
  for (const Diagnostic& one : all) UNSCOPED_INFO(to_string(one));
  return all;
}

/// One row of the district in 2021.
std::vector<Diagnostic> entered(const std::string& names, const std::string& cells) {
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/entered.csv";
  write_file(file, "place,period,place_type," + names + "\n朝阳区,2021,district," + cells + "\n");
  return implausible({file});
}

}  // namespace

TEST_CASE("all 196 variables and 134 indicators have a range of two ends") {
  for (const Variable& one : chaoyang().variables) {
    INFO(one.id);
    CHECK((one.range.low && one.range.high && *one.range.low < *one.range.high));
  }
  for (const Indicator& one : chaoyang().indicators) {
    INFO(one.id);
    CHECK((one.range.low && one.range.high && *one.range.low < *one.range.high));
  }
}

TEST_CASE("a share of a part is at most 100 %") {
  // A quotient of a part and the whole that it is a part of.
  int shares = 0;
  for (const Indicator& one : chaoyang().indicators)
    for (const Variable& part : chaoyang().variables)
      if (!part.part_of.empty() && one.formula == part.id + " / " + part.part_of &&
          one.unit == "%") {
        INFO(one.id);
        CHECK(one.range == PlausibleRange{0, 100});
        ++shares;
      }
  CHECK(shares > 50);
}

TEST_CASE("the census of 2020 begins a new series of the population") {
  const auto breaks = [](const char* id) {
    return chaoyang().variables[chaoyang().find_variable(id)].breaks;
  };
  CHECK(breaks("resident_population") == std::vector{2020});
  CHECK(breaks("average_resident_population") == std::vector{2020});
  CHECK(chaoyang().indicators[chaoyang().find_indicator("resident_population")].breaks ==
        std::vector{2020});
}

TEST_CASE("no published value lies outside its range") {
  CHECK(implausible({TIJIAN_ROOT "/examples/chaoyang/values.csv"}).empty());
  CHECK(implausible({TIJIAN_ROOT "/examples/chaoyang/values_before_census.csv"}).empty());
  const auto published = reference_table("chaoyang/published_values.csv");
  int looked_at = 0;
  for (const Indicator& one : chaoyang().indicators)
    for (const double value : published.where("indicator_id", one.id, "value")) {
      INFO(one.id << ' ' << value);
      CHECK(one.range.holds(value));  // in the table's units, which are the indicators'
      ++looked_at;
    }
  CHECK(looked_at == 59);
}

TEST_CASE("no synthetic value lies outside its range, no part above its whole") {
  const Outcome made = run_in(TIJIAN_ROOT, quoted(TIJIAN_SYNTHETIC) + " examples/synthetic 2022");
  REQUIRE(made.exit == 0);
  const TemporaryFolder folder;
  const std::string file = folder.path() + "/chaoyang_43_synthetic.csv";
  write_file(file, made.out);
  CHECK(implausible({file}).empty());
}

TEST_CASE("what was once accepted is told") {
  auto told = entered("resident_population", "3449000");
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "B470");
  CHECK(told[0].hint.in("zh") == "344.9 万人 是否按“人”填写了？");
  told = entered("resident_population", "-333.4");
  REQUIRE(told.size() == 1);
  CHECK(told[0].code == "B470");
  CHECK(told[0].hint.in("zh").find("是否按") == std::string::npos);  // no unit makes it right
  told = entered("residential_land_area,residential_land_within_park_radius", "1,5548.33");
  REQUIRE(told.size() == 2);  // 5548.33 of 1 ha; 554,833 %
  CHECK(told[0].code == "B471");
  CHECK(told[1].code == "N511");
  CHECK(told[1].message.in("en") ==
        "'Park green space 500 m service coverage' comes to 554833 % for 朝阳区 2021: outside "
        "its plausible range");
  told = entered("published_historic_buildings,listed_historic_buildings", "35,40");
  REQUIRE(told.size() == 2);  // 40 of 35; 114 %
  CHECK(told[0].code == "B471");
  CHECK(told[1].code == "N511");
}
