#include "base/number.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <limits>

using namespace tijian;

TEST_CASE("numbers in files are the shortest that read back, without exponents in everyday sizes") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(1.0 / 3) == "0.3333333333333333");
  CHECK(shortest(100000) == "100000");
  CHECK(shortest(34490000) == "34490000");
  CHECK(shortest(1e22) == "1e+22");
  CHECK(shortest(1.5e-9) == "1.5e-09");
  CHECK(shortest(-0.0) == "0");
  CHECK(shortest(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("numbers in files read back to the same bits") {
  for (const double x :
       {0.1 + 0.2, 344.9 / 333.4, 1e-300, 123456789012345.67, 5e-324, 1.7976931348623157e308})
    CHECK(std::strtod(shortest(x).c_str(), nullptr) == x);
}

TEST_CASE("numbers for people keep six digits and no trailing zeros") {
  CHECK(readable(344.9) == "344.9");
  CHECK(readable(220774) == "220774");
  CHECK(readable(21893095) == "21893095");
  CHECK(readable(2.0 / 3) == "0.666667");
  CHECK(readable(0) == "0");
  CHECK(readable(-12.50) == "-12.5");
  CHECK(readable(3.449310137972397, 3) == "3.45");
  CHECK(readable(0.00001) == "1e-05");
  CHECK(readable(std::numeric_limits<double>::quiet_NaN()) == "—");
}

TEST_CASE("columns of numbers have fixed decimals and no negative zero") {
  CHECK(fixed(72.5, 2) == "72.50");
  CHECK(fixed(-0.001, 2) == "0.00");
  CHECK(fixed(-0.01, 2) == "-0.01");
}

TEST_CASE("a share is a whole percentage, and never 0 or 100 where it is only near") {
  CHECK(percent(0.456) == "46 %");
  CHECK(percent(0) == "0 %");
  CHECK(percent(1) == "100 %");
  CHECK(percent(0.001) == "<1 %");
  CHECK(percent(0.9999) == ">99 %");
}
