#include "statistics/interval.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace tijian::statistics;

// PHEindicatormethods: 65 of 100.
TEST_CASE("Wilson's interval of a share") {
  const Interval interval = wilson(65, 100);
  CHECK(interval.low == Approx(0.552544433).margin(5e-10));
  CHECK(interval.high == Approx(0.736357518).margin(5e-10));
  const Interval wide = wilson(65, 100, z_998);
  CHECK(wide.low == Approx(0.495494657).margin(5e-10));
  CHECK(wide.high == Approx(0.778354061).margin(5e-10));
  CHECK(std::isnan(wilson(0, 0).low));
}

// Student's table: two-sided 95 % and 99.8 %.
TEST_CASE("Student's t at any confidence") {
  CHECK(student_t(0.95, 1) == Approx(12.706).margin(5e-4));
  CHECK(student_t(0.95, 7) == Approx(2.365).margin(5e-4));
  CHECK(student_t(0.998, 10) == Approx(4.144).margin(5e-4));
  CHECK(student_t(0.95, 1e9) == Approx(z_95).epsilon(1e-8));
  CHECK(std::isnan(student_t(0.95, 0)));
}

// Student (1908): hours of sleep gained by ten patients, 1.58 more by one drug than by the other; R
// gives 0.7001142 to 2.4598858 for it.
TEST_CASE("a mean's interval by Student's t") {
  const Interval interval = mean_interval(1.58, std::sqrt(13.616 / 9), 10);
  CHECK(interval.low == Approx(0.7001142).margin(5e-8));
  CHECK(interval.high == Approx(2.4598858).margin(5e-8));
  // PHEindicatormethods' first area: t of 7 degrees at 99.8 % is 4.7853.
  const Interval wide = mean_interval(53.704345, 20.975575, 8, 0.998);
  CHECK(wide.high == Approx(53.704345 + 4.7853 * 20.975575 / std::sqrt(8.)).margin(5e-4));
  CHECK(std::isnan(mean_interval(3, 1, 1).low));
  CHECK(std::isnan(mean_interval(3, std::nan(""), 5).high));
}
