#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/diagnosis/from_files.h"

using namespace tijian;
using tijian::testing::run_of;

namespace {

const Reading& reading(const Diagnosis& diagnosis, Index row, const std::string& id) {
  return diagnosis.indicators(row, diagnosis.framework->find_indicator(id));
}

}  // namespace

TEST_CASE("a light that rounding may turn is fragile") {
  const Run run = run_of(std::string(testing::head) +
                             "indicators:\n"
                             "  - {id: noise, title: Noise, unit: \"1\", direction: lower, "
                             "standard: {cap: 70}}\n",
                         "place,noise\na,69.9\nb,70.0\nc,70.1\nd,70\n");
  const Diagnosis diagnosis = *diagnose(run).value;
  CHECK_FALSE(reading(diagnosis, 0, "noise").fragile);
  CHECK(reading(diagnosis, 1, "noise").fragile);  // 70.05 would be red
  CHECK(reading(diagnosis, 1, "noise").high == Approx(70.05));
  CHECK(reading(diagnosis, 1, "noise").light == Light::green);
  CHECK_FALSE(reading(diagnosis, 2, "noise").fragile);  // 70.05 is over, too
  CHECK_FALSE(reading(diagnosis, 3, "noise").fragile);  // a whole number is exact
}

// 10.0/2.00: (10 + .05)/2 and 10/(2 - .005): .025 and .0125 or .01253 away, as one is shifted.
TEST_CASE("the rounding of every figure that goes into a value counts, each at worst") {
  const Run run = run_of(std::string(testing::head) +
                             "variables:\n  - {id: parks, title: P, unit: \"1\"}\n"
                             "  - {id: people, title: Q, unit: \"1\"}\n"
                             "indicators:\n  - {id: per_head, title: H, unit: \"1\", formula: "
                             "parks / people}\n"
                             "  - {id: step, title: S, unit: \"1\", formula: change(parks)}\n",
                         "place,period,parks,people\na,2020,10.0,2.00\na,2021,10.0,2\n");
  const Diagnosis diagnosis = *diagnose(run).value;
  CHECK(reading(diagnosis, 0, "per_head").high == Approx(5 + 0.025 + 5 - 10 / 2.005));
  CHECK(reading(diagnosis, 1, "per_head").high == Approx(5.025));
  // A change may be off by the rounding of both years.
  CHECK(reading(diagnosis, 1, "step").high == Approx(0.1));
}

// In 2021 the people doubled: both shares fell by them, x alone by its own; y per head by its own.
TEST_CASE("problems whose worst move is of one variable have the same cause") {
  const Run run = run_of(
      std::string(testing::head) +
          "variables:\n"
          "  - {id: parks, title: P, unit: \"1\"}\n  - {id: beds, title: B, unit: \"1\"}\n"
          "  - {id: roads, title: R, unit: \"1\"}\n  - {id: people, title: Q, unit: \"1\"}\n"
          "indicators:\n"
          "  - {id: p, title: p, unit: \"1\", formula: parks / people, standard: {floor: 9}}\n"
          "  - {id: b, title: b, unit: \"1\", formula: beds / people, standard: {floor: 9}}\n"
          "  - {id: r, title: r, unit: \"1\", formula: roads / people, standard: {floor: 9}}\n",
      "place,period,parks,beds,roads,people\na,2020,10,12,10,1\na,2021,11,12,1,2\n");
  const Diagnosis diagnosis = *diagnose(run, {.period = "2021"}).value;
  REQUIRE(diagnosis.problems.size() == 3);
  const int people = diagnosis.framework->find_variable("people");
  CHECK(diagnosis.problems[0].same_cause == people);
  CHECK(diagnosis.problems[1].same_cause == people);
  CHECK(diagnosis.problems[2].same_cause == -1);  // 1/2: without the roads' fall 10/2, else 1/1
}
