#include "statistics/interval.h"

#include <catch2/catch.hpp>

using namespace tijian::statistics;

// PHEindicatormethods: 65 of 100.
TEST_CASE("Wilson's interval of a share") {
  const Interval interval = wilson(65, 100);
  CHECK(interval.low == Approx(0.552544433).margin(5e-10));
  CHECK(interval.high == Approx(0.736357518).margin(5e-10));
  CHECK(std::isnan(wilson(0, 0).low));
}
