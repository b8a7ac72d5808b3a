#include "diagnosis/arrow.h"

#include <catch2/catch.hpp>

using namespace tijian;
using namespace tijian::diagnosis;

namespace {

/// Values of the years from 2015 on; NaN is left out.
std::vector<Point> from_2015(std::initializer_list<double> values) {
  std::vector<Point> series;
  int year = 2015;
  for (const double value : values) {
    if (!std::isnan(value))
      series.push_back({static_cast<double>(year), value, {year, Period::Part::year, 0}});
    ++year;
  }
  return series;
}

Indicator to_green(double green, Direction direction = Direction::higher) {
  Indicator indicator;
  indicator.direction = direction;
  indicator.plan = Plan{{}, YearValue{2030, green}, ""};
  return indicator;
}

Arrow arrow(std::initializer_list<double> values, const Indicator& indicator,
            const TrendRule& rule = {}, std::vector<int> breaks = {}) {
  return heading_of(from_2015(values), indicator, rule, {}, breaks).arrow;
}

}  // namespace

// Needed from 10 in 2015 to 25 in 2030: 1 a year.
TEST_CASE("an arrow is the pace against the pace needed") {
  const Indicator indicator = to_green(25);
  CHECK(arrow({10, 11, 13}, indicator) == Arrow::up);       // 1.5 a year
  CHECK(arrow({10, 10, 12}, indicator) == Arrow::up);       // 1 a year
  CHECK(arrow({10, 10, 11}, indicator) == Arrow::slow_up);  // 0.5
  CHECK(arrow({10, 10, 10.9}, indicator) == Arrow::flat);   // 0.45
  CHECK(arrow({10, 10, 10}, indicator) == Arrow::flat);
  CHECK(arrow({10, 10, 9}, indicator) == Arrow::down);
  CHECK(arrow({30, 28, 26}, indicator) == Arrow::up);  // still green
  CHECK(arrow({10}, indicator) == Arrow::none);
  const Heading heading = heading_of(from_2015({10, 10, 11}), indicator, {}, {}, {});
  CHECK(heading.pace == Approx(0.5));
  CHECK(heading.needed == Approx(1));
}

TEST_CASE("less is better the other way round") {
  const Indicator indicator = to_green(10, Direction::lower);  // from 25: -1 a year
  CHECK(arrow({25, 24, 23}, indicator) == Arrow::up);
  CHECK(arrow({25, 25, 24}, indicator) == Arrow::slow_up);
  CHECK(arrow({25, 25, 26}, indicator) == Arrow::down);
  CHECK(arrow({25, 25, 10}, indicator) == Arrow::up);
  CHECK(heading_of(from_2015({25, 25, 24}), indicator, {}, {}, {}).needed == Approx(-1));
}

TEST_CASE("no arrow goes across a break, none looks beyond its years") {
  const Indicator indicator = to_green(25);
  CHECK(arrow({10, 20, 12, 11}, indicator, {}, {2017}) == Arrow::down);  // 12 to 11
  CHECK(arrow({10, 20, 12, 11}, indicator) == Arrow::flat);              // 10 to 11: a third a year
  CHECK(arrow({10, 20, 12}, indicator, {}, {2017}) == Arrow::none);      // one value since
  TrendRule rule;
  rule.to = 2016;
  CHECK(arrow({10, 20, 12, 11}, indicator, rule) == Arrow::up);
  CHECK(arrow({10, 20, 12, 11}, indicator, rule, {2017}) == Arrow::up);  // the break comes later
  rule = {};
  rule.from = 2016;
  CHECK(arrow({10, 20, 12, 11}, indicator, rule) == Arrow::down);
}

// From 10 to 25 within 2017 to 2030, if the way begins with the last value: 15/13 a year.
TEST_CASE("the way to green may count from another year and end in another") {
  const Indicator indicator = to_green(25);
  TrendRule rule;
  rule.base = TrendRule::Base::last;
  CHECK(heading_of(from_2015({10, 10, 11}), indicator, rule, {}, {}).needed == Approx(15.0 / 13));
  rule.base = TrendRule::Base::year;
  rule.base_year = 2010;
  rule.until = 2025;
  CHECK(heading_of(from_2015({10, 10, 11}), indicator, rule, {}, {}).needed == Approx(1));
}

TEST_CASE("without a green to reach in time the sign tells") {
  Indicator indicator;
  CHECK(arrow({10, 11}, indicator) == Arrow::up);
  CHECK(arrow({10, 10}, indicator) == Arrow::flat);
  CHECK(arrow({10, 9}, indicator) == Arrow::down);
  indicator.direction = Direction::range;
  CHECK(arrow({10, 9}, indicator) == Arrow::none);
}

// On a scale from 0 to 20, -5 counts as 0: from there to 4 in 2 years is 2 a year, not 4.5, of
// 20/15 needed; to 1 it is 0.5.
TEST_CASE("on a scale with ends what lies beyond them does not count") {
  const Indicator indicator = to_green(20);
  const ScaleEnds ends{0, 20};
  const auto headed = [&](double to) {
    return heading_of(from_2015({-5, missing, to}), indicator, {}, ends, {}).arrow;
  };
  CHECK(headed(4) == Arrow::up);
  CHECK(headed(1) == Arrow::flat);
  CHECK(arrow({-5, missing, 1}, indicator) == Arrow::up);  // 3 a year of 25/15
}

TEST_CASE("green is the light's, else the target, else the standard in force") {
  Indicator indicator = to_green(25);
  indicator.standards = {Standard{20.0, {}, {}, 2020}, Standard{22.0, {}, 2021, {}}};
  CHECK(green_of(indicator, 2022) == 25);
  indicator.plan.reset();
  CHECK(green_of(indicator, 2022) == 22);
  CHECK(green_of(indicator, 2020) == 20);
  indicator.light = LightLimits{18, 10};
  CHECK(green_of(indicator, 2022) == 18);
  CHECK_FALSE(green_of(Indicator{}, 2022));
}
