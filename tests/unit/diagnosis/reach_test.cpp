#include "diagnosis/reach.h"

#include <catch2/catch.hpp>

using namespace tijian;
using namespace tijian::diagnosis;

namespace {

std::vector<Point> yearly(std::initializer_list<double> values) {
  std::vector<Point> series;
  for (const double value : values)
    series.push_back({2015.0 + static_cast<double>(series.size()), value});
  return series;
}

Reach reach(std::initializer_list<double> values, double green,
            Direction direction = Direction::higher) {
  const std::vector<Point> series = yearly(values);
  return reach_of(series, trend_of(series), green, direction);
}

}  // namespace

// One a year from 10 in 2015: 14 in 2019, and 20 six years on.
TEST_CASE("a straight line reaches green where it crosses it") {
  const Reach straight = reach({10, 11, 12, 13, 14}, 20);
  CHECK(straight.reached == Approx(2025));
  CHECK(straight.earliest == 2025);
  CHECK(straight.latest == 2025);
  CHECK(reach({10, 9, 8, 7}, 5, Direction::lower).reached == Approx(2020));
}

TEST_CASE("what moves away never does, what is green has") {
  CHECK(std::isnan(reach({10, 9, 8, 7}, 20).reached));
  CHECK(std::isnan(reach({10, 10, 10}, 20).reached));
  CHECK(reach({10, 12, 21}, 20).reached == 2017);
  CHECK(std::isnan(reach({10, 12}, 20).reached));            // two values make no trend
  CHECK(std::isnan(reach({10, 10.01, 10.02}, 20).reached));  // in a thousand years
}

// R's cars: the line through them is tested where it stands; here that the interval is used: a
// series that wavers may be green sooner than its slope says, and for sure only later.
TEST_CASE("a prediction that wavers gives a span of years") {
  const Reach wavering = reach({10, 12, 11, 13, 12, 14}, 20);
  CHECK(wavering.earliest < wavering.reached);
  CHECK((std::isnan(wavering.latest) || wavering.latest > wavering.reached));
}

TEST_CASE("how hard a pace is tells the share of paces that are slower") {
  std::vector<double> seen;
  add_paces(yearly({10, 11, 13, 13}), seen);
  CHECK(seen == std::vector<double>{1, 2, 0});
  CHECK(percentile_of(1.5, seen, 1) == Approx(2.0 / 3));
  CHECK(percentile_of(1.5, seen, -1) == Approx(1.0 / 3));  // where less is better, 2 is slower
  CHECK(std::isnan(percentile_of(missing, seen, 1)));
  CHECK(std::isnan(percentile_of(1, {}, 1)));
}
