#include "statistics/trend.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

using namespace tijian::statistics;

namespace {

const std::vector<double> pm25_years{2015, 2016, 2017, 2018, 2020, 2021};
const std::vector<double> pm25{83.4, 75, 58, 52, 39, 34};

}  // namespace

// examples/chaoyang/values.csv. The slopes of the 15 pairs, ascending: -17, -12.7, -11.5, -10.4667,
// -9, -8.88, -8.4, -8.2333, -8.2, -6.5, -6.3333, -6, -6, -6, -5; s -15 of 6 values: 2 / 6!.
TEST_CASE("Sen's slope and the exact test of unequal steps") {
  const Trend t = trend(pm25_years, pm25);
  CHECK(t.slope == Approx(-(83.4 - 34) / 6));
  CHECK(t.slope == Approx(-8.2333).margin(5e-5));
  CHECK(t.test.s == -15);
  CHECK(t.test.p == Approx(2 / 720.));
  // sd sqrt(6 * 5 * 17 / 18) = 5.3229, width 10.4327: ranks round(2.28) = 2, round(12.72) + 1 = 14
  CHECK(t.interval.low == Approx(-12.7));
  CHECK(t.interval.high == Approx(-6));
}

TEST_CASE("a trend does not depend on the order of the points, nor on missing ones") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Trend t = trend(std::vector<double>{2021, 2016, 2019, none, 2015, 2018, 2017, 2020},
                        std::vector<double>{34, 75, none, 50, 83.4, 52, 58, 39});
  CHECK(t.test.n == 6);
  CHECK(t.test.p == Approx(2 / 720.));
  CHECK(t.slope == Approx(-(83.4 - 34) / 6));
  CHECK(t.interval.high == Approx(-6));
}

// The same file: 345.2, 344.9, 344.6, 343.9. Slopes -0.7, -0.3333, -0.325, -0.3, -0.2, -0.15.
TEST_CASE("four points have a slope and a p, but no slopes far enough out for an interval") {
  const Trend t = trend(std::vector<double>{2020, 2021, 2023, 2024},
                        std::vector<double>{345.2, 344.9, 344.6, 343.9});
  CHECK(t.slope == Approx((-0.325 - 0.3) / 2));
  CHECK(t.test.p == Approx(0.0833).margin(5e-5));
  CHECK(std::isnan(t.interval.low));
  CHECK(std::isnan(t.interval.high));
  // Five: sd sqrt(5 * 4 * 15 / 18) = 4.0825, width 8.0015: ranks round(0.999) = 1, 9 + 1 = 10.
  const Trend five = trend(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{0, 1, 4, 9, 16});
  CHECK(five.interval.low == 1);
  CHECK(five.interval.high == 7);
}

TEST_CASE("Sen's interval is wider for more confidence") {
  // 3.0902 * 5.3229 = 16.449: wider than the 15 slopes.
  CHECK(std::isnan(trend(pm25_years, pm25, z_998).interval.low));
  // 90 %: 1.6449 * 5.3229 = 8.7555: ranks round(3.12) = 3, round(11.88) + 1 = 13.
  const Trend t = trend(pm25_years, pm25, 1.6449);
  CHECK(t.interval.low == Approx(-11.5));
  CHECK(t.interval.high == Approx(-6));
}

TEST_CASE("a level series has the slope 0 and nothing to test") {
  const Trend t = trend(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{7, 7, 7, 7, 7});
  CHECK(t.slope == 0);
  CHECK(std::isnan(t.test.p));
  CHECK(std::isnan(t.interval.low));
}

TEST_CASE("points of one time have no slope between them") {
  const Trend t = trend(std::vector<double>{2020, 2020, 2022}, std::vector<double>{1, 3, 6});
  CHECK(t.slope == Approx(2));  // of 2.5 and 1.5
  CHECK(std::isnan(trend(std::vector<double>{2020, 2020}, std::vector<double>{1, 3}).slope));
  CHECK(std::isnan(trend({}, {}).slope));
}
