#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/diagnosis/from_files.h"

using namespace tijian;
using tijian::testing::run_of;

namespace {

const std::string plain = std::string(testing::head) +
                          "indicators:\n  - {id: x, title: X, unit: \"1\", direction: higher}\n";

Diagnosis diagnosed(const std::string& framework, const std::string& csv) {
  return *diagnose(run_of(framework, csv)).value;
}

Light past_of(const Diagnosis& diagnosis, const std::string& period) {
  const Index row = diagnosis.rows.find("a", *parse_period(period));
  REQUIRE(row >= 0);
  return diagnosis.indicators(row, 0).aspects[static_cast<std::size_t>(Aspect::past)];
}

}  // namespace

// Of 24 orders of four values two fall or rise all the way: p = 2/24. One step up among them:
// S = -4, which 8 of 24 reach, p = 1/3.
TEST_CASE("what fell by no more than chance is watched, and is no problem") {
  const Diagnosis falling =
      diagnosed(plain, "place,period,x\na,2018,9\na,2019,8\na,2020,7\na,2021,6\n");
  CHECK(past_of(falling, "2021") == Light::orange);
  REQUIRE(falling.problems.size() == 1);
  CHECK(falling.problems[0].kind == ProblemKind::trend);
  CHECK(falling.problems[0].reference == 9);
  CHECK(to_string(falling.problems[0].reference_period) == "2018");
  CHECK(past_of(falling, "2020") == Light::yellow);  // three values say nothing
  const Diagnosis wavering =
      diagnosed(plain, "place,period,x\na,2018,9\na,2019,7\na,2020,8\na,2021,6\n");
  CHECK(past_of(wavering, "2021") == Light::yellow);
  CHECK(wavering.problems.empty());
}

TEST_CASE("neither since nor the value before goes across a break of the series") {
  const Diagnosis diagnosis = diagnosed(std::string(testing::head) +
                                            "indicators:\n  - {id: x, title: X, unit: \"1\", "
                                            "breaks: [2020], standard: {floor: 10}}\n",
                                        "place,period,x\na,2018,5\na,2019,6\na,2020,7\na,2021,8\n");
  REQUIRE(diagnosis.problems.size() == 1);
  CHECK(to_string(diagnosis.problems[0].since) == "2020");
  const Index first = diagnosis.rows.find("a", *parse_period("2020"));
  CHECK(std::isnan(diagnosis.indicators(first, 0).last));
  CHECK(diagnosis.indicators(first + 1, 0).last == 7);
}

TEST_CASE("a breach that nobody measures any more leaves no category green") {
  const std::string framework = std::string(testing::head) +
                                "categories:\n  - id: c\n    title: C\n    indicators:\n"
                                "      - {id: x, title: X, unit: \"1\", direction: lower, binding: "
                                "true, standard: {cap: 5}}\n"
                                "      - {id: y, title: Y, unit: \"1\", standard: {floor: 1}}\n";
  const Diagnosis diagnosis =
      diagnosed(framework, "place,period,x,y\na,2019,4,2\na,2020,6,2\na,2021,,2\n");
  const auto category =
      static_cast<Index>(std::ranges::find(diagnosis.nodes, diagnosis.framework->find_node("c")) -
                         diagnosis.nodes.begin());
  CHECK(diagnosis.categories(0, category).light == Light::green);
  CHECK(diagnosis.categories(2, category).light == Light::yellow);
  CHECK(diagnosis.indicators(2, 0).unmeasured_breach);
  const Diagnosis kept =
      diagnosed(framework, "place,period,x,y\na,2019,6,2\na,2020,4,2\na,2021,,2\n");
  CHECK_FALSE(kept.indicators(2, 0).unmeasured_breach);
  CHECK(kept.categories(2, category).light == Light::green);
}
