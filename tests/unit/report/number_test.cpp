#include "base/number.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <limits>

using namespace tijian;

TEST_CASE("numbers in files are the shortest that read back, without exponents in everyday sizes") {
  CHECK(base::shortest(0.1) == "0.1");
  CHECK(base::shortest(1.0 / 3) == "0.3333333333333333");
  CHECK(base::shortest(100000) == "100000");
  CHECK(base::shortest(34490000) == "34490000");
  CHECK(base::shortest(1e22) == "1e+22");
  CHECK(base::shortest(1.5e-9) == "1.5e-09");
  CHECK(base::shortest(-0.0) == "0");
  CHECK(base::shortest(std::numeric_limits<double>::quiet_NaN()).empty());
}

TEST_CASE("numbers in files read back to the same bits") {
  for (const double x :
       {0.1 + 0.2, 344.9 / 333.4, 1e-300, 123456789012345.67, 5e-324, 1.7976931348623157e308})
    CHECK(std::strtod(base::shortest(x).c_str(), nullptr) == x);
}

TEST_CASE("numbers for people keep six digits and no trailing zeros") {
  CHECK(base::readable(344.9) == "344.9");
  CHECK(base::readable(220774) == "220774");
  CHECK(base::readable(21893095) == "21893095");
  CHECK(base::readable(2.0 / 3) == "0.666667");
  CHECK(base::readable(0) == "0");
  CHECK(base::readable(-12.50) == "-12.5");
  CHECK(base::readable(3.449310137972397, 3) == "3.45");
  CHECK(base::readable(0.00001) == "1e-05");
  CHECK(base::readable(std::numeric_limits<double>::quiet_NaN()) == "—");
}

TEST_CASE("columns of numbers have fixed decimals and no negative zero") {
  CHECK(base::fixed(72.5, 2) == "72.50");
  CHECK(base::fixed(-0.001, 2) == "0.00");
  CHECK(base::fixed(-0.01, 2) == "-0.01");
}

TEST_CASE("a share is a whole percentage, and never 0 or 100 where it is only near") {
  CHECK(base::percent(0.456) == "46 %");
  CHECK(base::percent(0) == "0 %");
  CHECK(base::percent(1) == "100 %");
  CHECK(base::percent(0.001) == "<1 %");
  CHECK(base::percent(0.9999) == ">99 %");
}
