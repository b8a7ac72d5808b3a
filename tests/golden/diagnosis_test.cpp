// The diagnosis of Chaoyang's published figures. Expected numbers are published ones or worked out
// here by hand; exact probabilities of Mann-Kendall's S: OEIS A008302.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/tijian.h"

using namespace tijian;

namespace {

const Run& chaoyang_run() {
  static const Run run = [] {
    const auto framework = std::make_shared<const Framework>(
        load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang"));
    const std::string paths[] = {TIJIAN_ROOT "/examples/chaoyang/values.csv"};
    Dataset data = read_dataset_or_throw(paths, *framework);
    IndicatorTable table = evaluate(*framework, data);
    Model model = *fit(framework, framework->method, table).value;
    Scorecard card = apply(model, table);
    return Run{framework, std::move(data), std::move(table), std::move(model), std::move(card)};
  }();
  return run;
}

Diagnosis diagnosed(const std::string& period) { return *diagnose(chaoyang_run(), {period}).value; }

const Problem* problem_of(const Diagnosis& diagnosis, const std::string& id) {
  const auto found = std::ranges::find(diagnosis.problems, id, &Problem::id);
  return found == diagnosis.problems.end() ? nullptr : &*found;
}

const TrendReading* trend_of_indicator(const Diagnosis& diagnosis, const std::string& id) {
  const int indicator = diagnosis.framework->find_indicator(id);
  const auto found = std::ranges::find(diagnosis.trends, indicator, &TrendReading::indicator);
  return found == diagnosis.trends.end() ? nullptr : &*found;
}

const Reading& reading_of(const Diagnosis& diagnosis, const std::string& id, int in_year) {
  const Index row = diagnosis.rows.find("朝阳区", {in_year, Period::Part::year, 0});
  const int indicator = diagnosis.framework->find_indicator(id);
  REQUIRE(row >= 0);
  REQUIRE(indicator >= 0);
  return diagnosis.indicators(row, indicator);
}

}  // namespace

// 344.9 of at most 333.4: 11.5 too many, 3.45 %.
TEST_CASE("the population is over its limit in every year, first of all problems") {
  const Diagnosis diagnosis = diagnosed("2021");
  REQUIRE_FALSE(diagnosis.problems.empty());
  CHECK(diagnosis.problems[0].id == "chaoyang/朝阳区/resident_population/breach");
  CHECK(diagnosis.problems[0].gap == Approx(11.5));
  CHECK(diagnosis.problems[0].gap / diagnosis.problems[0].reference == Approx(0.0345).margin(5e-5));
  CHECK(diagnosis.problems[0].severity == Light::red);
  CHECK(problem_of(diagnosed("2024"), diagnosis.problems[0].id) != nullptr);
}

// The report says 22 of 25 ha, and over 92 %.
TEST_CASE("what the land supply's source contradicts stands beside its 88 %") {
  const Diagnosis diagnosis = diagnosed("2022");
  const Index row = diagnosis.rows.find("朝阳区", {2022, Period::Part::year, 0});
  const int j = diagnosis.framework->find_indicator("land_supply_plan_completion_rate");
  CHECK(chaoyang_run().table.values(row, j) == Approx(100 * 22.0 / 25));
  CHECK(diagnosis.framework->indicators[j].note.in("zh").find("92%") != std::string::npos);
}

// 345.2 in 2020 and 344.9 in 2021: -0.3 a year; 11.5 in the 14 years to 2035 are -0.82143.
TEST_CASE("the pace of the population stands beside the pace that its limit needs") {
  const Diagnosis diagnosis = diagnosed("2021");
  REQUIRE_FALSE(diagnosis.limits.empty());
  const HardLimit& first = diagnosis.limits.front();
  CHECK(diagnosis.framework->indicators[first.indicator].id == "resident_population");
  CHECK(first.passed);
  CHECK(first.headroom == Approx(-11.5));
  CHECK(first.due == 2035);
  CHECK(to_string(first.last_period) == "2020");
  CHECK(first.pace == Approx(-0.3));
  CHECK(first.needed == Approx(-11.5 / 14));
  CHECK(std::isnan(first.years));
}

// 345.2, 344.9, 344.6 and 343.9 in 2020, 2021, 2023, 2024: S = -6, which of 24 orders two have,
// 2/24. The slopes: -.3, -.2, -.325, -.15, -1/3, -.7; their median is -.3125.
TEST_CASE("four falling values are no trend yet, and the census begins a new series") {
  const Diagnosis diagnosis = diagnosed("2024");
  const TrendReading* trend = trend_of_indicator(diagnosis, "resident_population");
  REQUIRE(trend);
  CHECK(trend->n == 4);
  CHECK(to_string(trend->first) == "2020");
  CHECK(trend->p == Approx(2.0 / 24));
  CHECK(trend->slope == Approx(-0.3125));
  CHECK(std::isnan(trend->low));
}

// 83.4 75 58 52 39 34 in 2015 to 2018, 2020, 2021: all fifteen pairs fall, 2/720.
TEST_CASE("the fall of PM2.5 is a trend") {
  const Diagnosis diagnosis = diagnosed("2021");
  const TrendReading* trend = trend_of_indicator(diagnosis, "pm25_annual_mean");
  REQUIRE(trend);
  CHECK(trend->n == 6);
  CHECK(trend->s == -15);
  CHECK(trend->p == Approx(2.0 / 720));
  CHECK(trend->slope == Approx(-8.2333).margin(5e-5));
  CHECK(trend->arrow == Arrow::up);
}

// 35.5 of 71 km2 by 2022, of 2017 to 2035: 50.0 % of the way in 5/18 = 28 % of the time.
TEST_CASE("land reduction is ahead of its plan") {
  const Diagnosis diagnosis = diagnosed("2022");
  CHECK(reading_of(diagnosis, "construction_land_net_reduction", 2022).light == Light::green);
  CHECK(problem_of(diagnosis, "chaoyang/朝阳区/construction_land_net_reduction/plan") == nullptr);
}

TEST_CASE("what was not measured is grey, and no problem") {
  const Diagnosis diagnosis = diagnosed("2021");
  CHECK(reading_of(diagnosis, "wetland_area", 2021).light == Light::no_data);
  for (const Problem& problem : diagnosis.problems) CHECK_FALSE(std::isnan(problem.value));
}
