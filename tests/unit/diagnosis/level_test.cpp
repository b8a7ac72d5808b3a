#include "diagnosis/level.h"

#include <catch2/catch.hpp>

#include "tijian/missing.h"

using namespace tijian;
using namespace tijian::diagnosis;

namespace {

Graded graded(double level, Light light, int indicator) { return {level, light, indicator}; }

}  // namespace

// Worst 0, red 10, green 20, best 40: levels 0, 1, 2, 3 there, straight between.
TEST_CASE("a level goes straight through worst, red, green and best") {
  Indicator indicator;
  indicator.light = LightLimits{20, 10};
  const ScaleEnds ends{0, 40};
  const auto level = [&](double value) {
    return level_of(indicator, ends, value, light_by(*indicator.light, value));
  };
  CHECK(level(0) == 0);
  CHECK(level(5) == 0.5);
  CHECK(level(10) == 1);
  CHECK(level(15) == 1.5);
  CHECK(level(30) == 2.5);
  CHECK(level(50) == 3);
  CHECK(level(-5) == 0);
  indicator.direction = Direction::lower;
  indicator.light = LightLimits{10, 20};
  CHECK(level_of(indicator, ScaleEnds{40, 0}, 30, Light::red) == 0.5);
  CHECK(level_of(indicator, ScaleEnds{40, 0}, 5, Light::green) == 2.5);
}

TEST_CASE("without a light or ends of its own, the colour gives the level") {
  const Indicator indicator;
  CHECK(level_of(indicator, ScaleEnds{0, 40}, 5, Light::red) == 0.5);
  CHECK(level_of(indicator, {}, 5, Light::orange) == 1.25);
  CHECK(level_of(indicator, {}, 5, Light::yellow) == 1.75);
  CHECK(level_of(indicator, {}, 5, Light::green) == 2.5);
  CHECK(std::isnan(level_of(indicator, {}, 5, Light::no_standard)));
}

TEST_CASE("a category's light goes by its two worst indicators") {
  const Graded green = graded(2.5, Light::green, 0), yellow = graded(1.75, Light::yellow, 1),
               orange = graded(1.25, Light::orange, 2), red = graded(0.5, Light::red, 3),
               other_red = graded(0.5, Light::red, 4), grey = graded(missing, Light::no_data, 5);
  CHECK(light_of_category({green, green}).light == Light::green);
  CHECK(light_of_category({green, yellow}).light == Light::yellow);         // 2.125, not all green
  CHECK(light_of_category({green, green, orange}).light == Light::yellow);  // 1.875
  CHECK(light_of_category({green, red}).light == Light::yellow);            // 1.5
  CHECK(light_of_category({yellow, red}).light == Light::orange);           // 1.125
  CHECK(light_of_category({orange, red}).light == Light::orange);  // 0.875, but one is red alone
  CHECK(light_of_category({green, red, other_red}).light == Light::red);
  CHECK(light_of_category({red}).light == Light::red);
  CHECK(light_of_category({green, red, grey}).worst == std::vector<int>{3, 0});
  CHECK(light_of_category({grey, red}).worst == std::vector<int>{3});  // greys are left out
}

TEST_CASE("nothing but greys is the least grey of them") {
  const Graded unmeasured = graded(missing, Light::no_data, 0),
               elsewhere = graded(missing, Light::not_applicable, 1),
               unjudged = graded(missing, Light::no_standard, 2);
  CHECK(light_of_category({unmeasured, elsewhere}).light == Light::no_data);
  CHECK(light_of_category({unmeasured, unjudged, elsewhere}).light == Light::no_standard);
  CHECK(light_of_category({elsewhere}).light == Light::not_applicable);
  CHECK(light_of_category({}).light == Light::no_data);
  CHECK(light_of_category({unmeasured}).worst.empty());
}

TEST_CASE("the ends of a scale are where it scores 0 and 100") {
  Indicator indicator;
  indicator.score = Choice{"linear", {{"zero", {5.0}}, {"full", {25.0}}}};
  const auto ends = ends_of(indicator, builtin_methods());
  REQUIRE(ends);
  CHECK(ends->worst == Approx(5));
  CHECK(ends->best == Approx(25));
  indicator.score = Choice{"efficacy", {{"pass", {8.0}}, {"full", {17.0}}}};
  // 60 + 40 (x - 8)/9 = 0 at 8 - 13.5.
  CHECK(ends_of(indicator, builtin_methods())->worst == Approx(-5.5));
  CHECK_FALSE(ends_of(Indicator{}, builtin_methods()));
}
