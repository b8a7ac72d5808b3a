#include "base/random.h"

#include <catch2/catch.hpp>

using namespace tijian::base;

// ISO/IEC 14882, [rand.predef]: the 10000th number of a default mt19937_64.
TEST_CASE("Draws are the same on every machine") {
  Random random;
  random.discard(9999);
  CHECK(random() == 9981545732273789042u);
}

// The SplitMix64 generator of Steele, Lea and Flood from state 0 begins so.
TEST_CASE("Seeds of streams are SplitMix64's") {
  CHECK(mixed_seed(0, 0) == 0xe220a8397b1dcdafu);
  CHECK(mixed_seed(0, 1) == 0x6e789e6aa1b965f4u);
}
