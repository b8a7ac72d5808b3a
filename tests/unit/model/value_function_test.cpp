#include "model/value_function.h"

#include <catch2/catch.hpp>

#include "value_choices.h"

using namespace tijian;
using namespace tijian_tests;

namespace {
double score(const Choice& f, double x, double time = 2020) {
  return model::ValueScale(*find_method(builtin_methods().value_functions, f.name), f)(x, time);
}
}  // namespace

TEST_CASE("linear: 100 clip((x - zero)/(full - zero)), either direction") {
  CHECK(score(linear_score(0, 4.5), 0) == 0);
  CHECK(score(linear_score(0, 4.5), 4.5) == 100);
  CHECK(score(linear_score(0, 50), 10) == Approx(20));
  CHECK(score(linear_score(0, 50), 60) == 100);
  CHECK(score(linear_score(50, 0), 10) == Approx(80));  // lower is better
  CHECK(score(linear_score(50, 0), 60) == 0);
}

TEST_CASE("efficacy: 60 at pass, 100 at full, not below 0") {
  CHECK(score(efficacy_score(8, 17), 8) == 60);
  CHECK(score(efficacy_score(8, 17), 17) == 100);
  CHECK(score(efficacy_score(8, 17), 12.5) == Approx(80));  // half way: 60 + 40/2
  CHECK(score(efficacy_score(8, 17), 3.5) == Approx(40));   // 60 - 40/2
  CHECK(score(efficacy_score(8, 17), -100) == 0);
  CHECK(score(efficacy_score(10, 0), 5) == Approx(80));  // lower is better
}

TEST_CASE("piecewise goes through its points and is flat outside") {
  const Choice f = piecewise_score({{0, 0}, {6, 60}, {10, 100}});
  CHECK(score(f, -1) == 0);
  CHECK(score(f, 3) == Approx(30));
  CHECK(score(f, 6) == Approx(60));
  CHECK(score(f, 8) == Approx(80));
  CHECK(score(f, 11) == 100);
}

TEST_CASE("pchip goes through its points, stays between them and follows Fritsch and Carlson") {
  const std::vector<std::pair<double, double>> points{{0, 0}, {1, 50}, {2, 60}, {4, 100}};
  const Choice f = piecewise_score(points, true);
  for (auto [x, y] : points) CHECK(score(f, x) == Approx(y));
  for (double x = 0; x < 4; x += 0.01) CHECK(score(f, x + 0.01) >= score(f, x));
  // Slopes at 1 and 2 are weighted harmonic means of 50, 10 and 20: with equal steps
  // 2/(1/50 + 1/10) = 16.667; at 2 with steps 1 and 2: w1 = 2*2+1 = 5, w2 = 2+2*1 = 4,
  // 9/(5/10 + 4/20) = 12.857. The middle of [1,2]: (50+60)/2 + (16.667 - 12.857)/8 = 55.476.
  CHECK(score(f, 1.5) == Approx(55.0 + (50.0 / 3 - 90.0 / 7) / 8));
}

TEST_CASE("left out, the interpolation is linear") {
  Choice f = piecewise_score({{0, 0}, {1, 50}, {2, 60}, {4, 100}}, true);
  CHECK(score(f, 1.5) != 55);
  f.parameters.erase("interpolation");
  CHECK(score(f, 1.5) == 55);
}

TEST_CASE("range: 100 inside, linear to 0 outside") {
  const Choice f = range_score(65, 115, 45, 155);
  CHECK(score(f, 65) == 100);
  CHECK(score(f, 90) == 100);
  CHECK(score(f, 55) == Approx(50));   // half way from 65 to 45
  CHECK(score(f, 125) == Approx(75));  // a quarter of the way from 115 to 155
  CHECK(score(f, 20) == 0);
}

TEST_CASE("cap: the population of Chaoyang 2021 against its limit") {
  const Choice f = cap_score(333.4, 33.34);
  CHECK(score(f, 333.4) == 100);
  CHECK(score(f, 300) == 100);
  CHECK(score(f, 344.9) == Approx(100 * (1 - 11.5 / 33.34)));  // 11.5 over: 65.51
  CHECK(score(f, 370) == 0);
}

TEST_CASE("floor mirrors cap") {
  CHECK(score(floor_score(100, 10), 95) == Approx(50));
  CHECK(score(floor_score(100, 10), 100) == 100);
}

TEST_CASE("trajectory: progress against the time gone by") {
  const Choice f = trajectory_score(2017, 0, 2035, 71);
  // 35.5 of 71 is half; by 2022 5/18 of the time is over: ahead, so 100.
  CHECK(score(f, 35.5, 2022) == 100);
  // 10 of 71 against 5/18: 100 * (10/71)/(5/18) = 50.704
  CHECK(score(f, 10, 2022) == Approx(100 * (10.0 / 71) / (5.0 / 18)));
  CHECK(score(f, -1, 2022) == 0);
  CHECK(score(f, 0, 2017) == 100);            // on the path
  CHECK(score(f, 35.5, 2040) == Approx(50));  // after the last year the target counts
  CHECK(std::isnan(score(f, 35.5, model::time_of(Period{}))));  // no time, no expectation
}

TEST_CASE("missing stays missing") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const Choice& f :
       {linear_score(0, 1), efficacy_score(0, 1), cap_score(1, 1), range_score(1, 2, 0, 3),
        trajectory_score(2017, 0, 2035, 1), piecewise_score({{0, 0}, {1, 1}})})
    CHECK(std::isnan(score(f, nan)));
}
