#include "statistics/funnel.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace tijian::statistics;

namespace {

constexpr double pooled = 0.80642448;  // of the PHEindicatormethods tests, as all that follows here

void check_limits(double n, double low, double high, double z) {
  const Interval limits = funnel_limits(pooled, n, z);
  CHECK(100 * limits.low == Approx(low).margin(2e-6));
  CHECK(100 * limits.high == Approx(high).margin(2e-6));
}

}  // namespace

TEST_CASE("funnel limits of a share are cut off at 0 and 1") {
  check_limits(1, 3.204264, 100, z_95);
  check_limits(1, 0, 100, z_998);
  check_limits(24, 64.835445, 96.449451, z_95);
  check_limits(24, 55.719892, 100, z_998);
  check_limits(110000, 80.408963, 80.875933, z_95);
  check_limits(110000, 80.274317, 81.010578, z_998);
}

TEST_CASE("there are no funnel limits without cases, nor of what is no share") {
  CHECK(std::isnan(funnel_limits(0.5, 0).low));
  CHECK(std::isnan(funnel_limits(1.2, 10).high));
  CHECK(std::isnan(funnel_limits(std::nan(""), 10).low));
  CHECK_FALSE(funnel_outlier(0, 0, 0.5));
  CHECK_FALSE(funnel_outlier(std::nan(""), 10, 0.5));
  CHECK(funnel_outlier(10, 10, 1) == Outlier::none);
  CHECK(funnel_outlier(9, 10, 1) == Outlier::far_below);
}

// New Forest, Norwich, South Gloucestershire, West Norfolk and North Devon.
TEST_CASE("a place's share is told by how far outside the funnel it lies") {
  CHECK(funnel_outlier(35078.488, 41980, pooled) == Outlier::far_above);
  CHECK(funnel_outlier(24803.6256, 31824, pooled) == Outlier::far_below);
  CHECK(funnel_outlier(50050.7443, 61921, pooled) == Outlier::none);
  CHECK(funnel_outlier(26789.238, 33012, pooled) == Outlier::above);
  CHECK(funnel_outlier(30277.5312, 37828, pooled) == Outlier::below);
}

TEST_CASE("a place is outside the funnel where the pooled share is outside its Wilson interval") {
  for (int n = 1; n <= 60; ++n)
    for (int successes = 0; successes <= n; ++successes)
      for (const double share : {0.03, 0.31, 0.5, 0.87}) {
        const Interval own = wilson(successes, n), wide = wilson(successes, n, z_998);
        const Outlier expected = wide.low > share    ? Outlier::far_above
                                 : own.low > share   ? Outlier::above
                                 : wide.high < share ? Outlier::far_below
                                 : own.high < share  ? Outlier::below
                                                     : Outlier::none;
        REQUIRE(funnel_outlier(successes, n, share) == expected);
      }
}
