#include "report/finding.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/diagnosis/from_files.h"

using namespace tijian;
using tijian::testing::run_of;

namespace {

const report::Language english{false}, chinese{true};

/// x is to be at least 10.
std::string with_standard(const std::string& diagnosis = "") {
  return std::string(testing::head) + diagnosis +
         "indicators:\n  - {id: x, title: {en: Parks, zh: 公园}, unit: \"1\", standard: {floor: "
         "10}}\n";
}

const Problem& only_problem(const Diagnosis& diagnosis) {
  REQUIRE(diagnosis.problems.size() == 1);
  return diagnosis.problems[0];
}

std::string reach(const std::string& csv) {
  const Run run = run_of(with_standard(), csv);
  const Diagnosis diagnosis = *diagnose(run).value;
  return report::reach_word(diagnosis, run, only_problem(diagnosis));
}

}  // namespace

// One a year from 7 in 2020: 10 in 2023. From 9 in 2020 at a third a year: 2023.
TEST_CASE("a problem tells in which year it is over at its pace") {
  CHECK(reach("place,period,x\na,2018,5\na,2019,6\na,2020,7\n") == "2023");
  CHECK(reach("place,period,x\na,2018,5\na,2019,7\na,2020,9\n") == "2021");  // half a year on
  CHECK(reach("place,period,x\na,2018,9\na,2019,8\na,2020,7\n") == "moving_away");
  CHECK(reach("place,period,x\na,2018,7\na,2019,7\na,2020,7\n") == "moving_away");
  CHECK(reach("place,period,x\na,2019,6\na,2020,7\n").empty());  // two are no trend
  // 0.01 a year, without any scatter: three are left for 300 years.
  CHECK(reach("place,period,x\na,2018,6.98\na,2019,6.99\na,2020,7\n") == "not_within_100_years");
}

TEST_CASE("a finding is a sentence of the default template, in both languages") {
  const Run run = run_of(with_standard(), "place,period,x\na,2019,8\na,2020,7.5\n");
  const Diagnosis diagnosis = *diagnose(run).value;
  const Problem& problem = only_problem(diagnosis);
  CHECK(report::finding(diagnosis, run, problem, english) ==
        "Parks is 7.5 and does not meet 10: 25 % below, since 2019");
  CHECK(report::finding(diagnosis, run, problem, chinese) ==
        "公园为 7.5，未达到 10，低 25 %，自2019年起");
}

TEST_CASE("a framework words findings in its own way") {
  const Run run = run_of(
      with_standard("diagnosis: {findings: {not_met: {en: \"{place} {period}: {title} {value} "
                    "({gap} below {reference})\", zh: \"{title}不达标\"}}}\n"),
      "place,period,x\na,2020,7.5\n");
  const Diagnosis diagnosis = *diagnose(run).value;
  CHECK(report::finding(diagnosis, run, only_problem(diagnosis), english) ==
        "a 2020: Parks 7.5 (2.5 below 10)");
  CHECK(report::finding(diagnosis, run, only_problem(diagnosis), chinese) == "公园不达标");
}
