#include "tijian/residents.h"

#include <catch2/catch.hpp>

#include "unit/diagnosis/survey_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

const LightLimits seventy{80, 60};  // green from 80, red below 60

/// Category a: x, y and the survey item `a_felt`; category b: z alone; the index is felt as `all`,
/// in category b.
SmallFramework town() {
  SmallFramework f;
  f.get().variables.resize(1);
  f.get().variables[0].id = "answers";
  f.category("a");
  for (const char* id : {"x", "y", "a_felt"}) f.indicator(id).light = seventy;
  f.category("b");
  for (const char* id : {"z", "all"}) f.indicator(id).light = seventy;
  f.get().nodes[0].felt_as = 4;
  f.get().nodes[1].felt_as = 2;
  return f;
}

Light felt_by(const Diagnosis& diagnosis, int indicator) {
  return diagnosis.indicators(0, indicator).aspects[static_cast<std::size_t>(Aspect::residents)];
}

/// An index felt as `all`, and categories each of one survey item that it is felt as.
SmallFramework items(std::initializer_list<Direction> directions) {
  SmallFramework f;
  f.get().variables.resize(1);
  f.get().variables[0].id = "answers";
  f.category("whole");
  f.indicator("all");
  f.get().nodes[0].felt_as = 0;
  int item = 1;
  for (const Direction direction : directions) {
    f.category("c" + std::to_string(item));
    f.get().nodes.back().felt_as = item;
    f.indicator("i" + std::to_string(item++)).direction = direction;
  }
  return f;
}

Residents of(const Run& run) {
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  return residents(run, *diagnosis);
}

const FeltReading& reading(const Residents& felt, Index row, int node) {
  const FeltReading* found = felt.find(row, node);
  REQUIRE(found);
  return *found;
}

const std::vector<double> fifty(5, 50);

}  // namespace

TEST_CASE("figures and residents make four quadrants, and greys none") {
  CHECK(quadrant_of(Light::green, Light::yellow) == Quadrant::both_good);
  CHECK(quadrant_of(Light::orange, Light::green) == Quadrant::felt_worse);
  CHECK(quadrant_of(Light::yellow, Light::orange) == Quadrant::felt_better);
  CHECK(quadrant_of(Light::red, Light::orange) == Quadrant::both_poor);
  CHECK(quadrant_of(Light::no_standard, Light::red) == Quadrant::unknown);
  CHECK(quadrant_of(Light::red, Light::no_data) == Quadrant::unknown);
}

// Levels by colour: x 2.5, y 1.75, the item .5. Without the item (2.5 + 1.75)/2 = 2.125, and not
// all green: yellow. With it (.5 + 1.75)/2 = 1.125: orange.
TEST_CASE("a category's figures are read without the survey item") {
  const Run run = survey_run(town(), {{85, 75, 50, 55, 75}}, {50});
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  CHECK(diagnosis->categories(0, 1).light == Light::orange);
  const Residents felt = residents(run, *diagnosis);
  REQUIRE(felt.readings.size() == 2);
  const FeltReading& a = reading(felt, 0, 1);
  CHECK(a.indicator == 2);
  CHECK(a.value == 50);
  CHECK(std::isnan(a.low));  // no interval
  CHECK(a.felt == Light::red);
  CHECK(a.objective == Light::yellow);
  CHECK(a.quadrant == Quadrant::felt_worse);
  // Of all but `all` the two worst are the item and z: .5, both red.
  const FeltReading& index = reading(felt, 0, 0);
  CHECK(index.felt == Light::yellow);
  CHECK(index.objective == Light::red);
  CHECK(index.quadrant == Quadrant::felt_better);
  CHECK(felt.find(0, 5) == nullptr);
}

TEST_CASE("residents speak for the indicators below, by the nearest category that asks them") {
  const Run run = survey_run(town(), {{85, missing, 50, 55, 75}}, {50});
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  CHECK(felt_by(*diagnosis, 0) == Light::red);      // x, by a_felt
  CHECK(felt_by(*diagnosis, 1) == Light::no_data);  // nobody measured y
  CHECK(felt_by(*diagnosis, 2) == Light::red);      // itself
  CHECK(felt_by(*diagnosis, 3) == Light::yellow);   // z, by the index's
  CHECK(felt_by(*diagnosis, 4) == Light::yellow);
  SmallFramework silent = town();
  silent.get().nodes[0].felt_as = -1;
  const auto without = diagnose(survey_run(silent, {{85, 75, 50, 55, 75}}, {50}));
  REQUIRE(without);
  CHECK(felt_by(*without, 3) == Light::no_standard);
  CHECK(felt_node(silent, 0) == 1);
  CHECK(felt_node(silent, 3) == -1);
}

// Against 1 2 3 4 5: the same, r = 1; 2 1 4 3 5, r = 1 - 6 (1+1+1+1)/(5 24) = .8, as of ranks;
// reversed, r = -1. Their mean is .8/3 = .267. The first place's values 1, 2, 5 have the mean 2.67,
// the last one's 5, 5, 1 have 3.67.
TEST_CASE("importance is a correlation, and both are cut at their means") {
  const auto higher = Direction::higher;
  const Residents felt =
      of(survey_run(items({higher, higher, higher}),
                    {{1, 1, 2, 5}, {2, 2, 1, 4}, {3, 3, 4, 3}, {4, 4, 3, 2}, {5, 5, 5, 1}}, fifty));
  CHECK(reading(felt, 0, 3).importance == Approx(1));
  CHECK(reading(felt, 0, 5).importance == Approx(0.8));
  CHECK(reading(felt, 0, 7).importance == Approx(-1));
  CHECK(std::isnan(reading(felt, 0, 0).importance));  // the whole of itself
  CHECK(reading(felt, 0, 0).priority == Priority::none);
  CHECK(reading(felt, 0, 3).priority == Priority::concentrate);
  CHECK(reading(felt, 0, 5).priority == Priority::concentrate);
  CHECK(reading(felt, 0, 7).priority == Priority::possible_overkill);
  CHECK(reading(felt, 4, 3).priority == Priority::keep);
  CHECK(reading(felt, 4, 5).priority == Priority::keep);
  CHECK(reading(felt, 4, 7).priority == Priority::low_priority);
}

// The reversed item counts dissatisfaction: r = 1, and it is compared with no other. Of 1 and .8
// the mean is .9; the first place's 1 and 2 have 1.5.
TEST_CASE("an item whose better side is down is turned round, and compared with its like") {
  const auto higher = Direction::higher;
  const Residents felt =
      of(survey_run(items({higher, higher, Direction::lower}),
                    {{1, 1, 2, 5}, {2, 2, 1, 4}, {3, 3, 4, 3}, {4, 4, 3, 2}, {5, 5, 5, 1}}, fifty));
  CHECK(reading(felt, 0, 7).importance == Approx(1));
  CHECK(reading(felt, 0, 7).priority == Priority::none);
  CHECK(reading(felt, 0, 3).priority == Priority::concentrate);
  CHECK(reading(felt, 0, 5).priority == Priority::possible_overkill);
  // Two that count dissatisfaction: the first place has 5 and 4, worse and better than 4.5; r = 1
  // and, as above, .8.
  const Residents down =
      of(survey_run(items({Direction::lower, Direction::lower}),
                    {{1, 5, 4}, {2, 4, 5}, {3, 3, 2}, {4, 2, 3}, {5, 1, 1}}, fifty));
  CHECK(reading(down, 0, 3).priority == Priority::concentrate);
  CHECK(reading(down, 0, 5).priority == Priority::possible_overkill);
}

TEST_CASE("below five places nothing is known of importance") {
  const auto higher = Direction::higher;
  const Residents felt =
      of(survey_run(items({higher, higher}),
                    {{1, 1, 2}, {2, 2, 1}, {3, 3, 4}, {4, 4, 3}, {missing, 5, 5}}, fifty));
  CHECK(std::isnan(reading(felt, 0, 3).importance));
  CHECK(reading(felt, 0, 3).priority == Priority::none);
}

TEST_CASE("residents refuse a diagnosis of something else") {
  const Run run = survey_run(town(), {{85, 75, 50, 55, 75}}, {50});
  const Run two = survey_run(town(), {{85, 75, 50, 55, 75}, {85, 75, 50, 55, 75}}, {50, 50});
  const auto diagnosis = diagnose(two);
  REQUIRE(diagnosis);
  CHECK_THROWS_AS(residents(run, *diagnosis), UsageError);
}
