#include "statistics/fdr.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/missing.h"

using namespace tijian::statistics;

// Ascending .01 .02 .03 .04 .5 of 5 tests, p * 5 / rank: .05 .05 .05 .05 .5.
// With .035 for .03: .05 .05 .058333 .05 .5, and the third takes the fourth's.
TEST_CASE("p-values for the false discovery rate") {
  const double none = tijian::missing;
  const auto adjusted = false_discovery_rate(std::vector<double>{.04, none, .01, .5, .035, .02});
  const double expected[]{.05, none, .05, .5, .05, .05};
  for (int i = 0; i < 6; ++i) {
    if (i == 1)
      CHECK(std::isnan(adjusted[i]));
    else
      CHECK(adjusted[i] == Approx(expected[i]));
  }
}

// Ranks 1 to 4 of .001 .3 .6 .9: .004 .6 .8 .9; equal values share the later rank: .4 .4 -> .4.
TEST_CASE("Adjusted p-values grow with p and are not above 1") {
  const auto adjusted = false_discovery_rate(std::vector<double>{.9, .001, .6, .3});
  CHECK(adjusted[0] == Approx(.9));
  CHECK(adjusted[1] == Approx(.004));
  CHECK(adjusted[2] == Approx(.8));
  CHECK(adjusted[3] == Approx(.6));
  CHECK(false_discovery_rate(std::vector<double>{.4, .4})[0] == Approx(.4));
  CHECK(false_discovery_rate(std::vector<double>{1, 1})[1] == 1);
  CHECK(false_discovery_rate(std::vector<double>{}).empty());
}
