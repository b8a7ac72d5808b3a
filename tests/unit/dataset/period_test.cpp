#include "tijian/period.h"

#include <catch2/catch.hpp>

using namespace tijian;
using Part = Period::Part;

TEST_CASE("periods are read as people write them") {
  CHECK(parse_period("2019") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019年") == Period{2019, Part::year, 0});
  CHECK(parse_period(" 2019 ") == Period{2019, Part::year, 0});
  CHECK(parse_period("２０１９年") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019年度") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019 年") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019 年 3 月") == Period{2019, Part::month, 3});
  CHECK(parse_period("2019-03") == Period{2019, Part::month, 3});
  CHECK(parse_period("2019年3月") == Period{2019, Part::month, 3});
  CHECK(parse_period("2019年12月") == Period{2019, Part::month, 12});
  CHECK(parse_period("2019Q1") == Period{2019, Part::quarter, 1});
  CHECK(parse_period("2019q4") == Period{2019, Part::quarter, 4});
  CHECK(parse_period("2019年1季度") == Period{2019, Part::quarter, 1});
  CHECK(parse_period("2019年第二季度") == Period{2019, Part::quarter, 2});
  CHECK(parse_period("") == Period{});
  CHECK(parse_period("2019.0") == Period{2019, Part::year, 0});  // a number, as programs write it
  CHECK(parse_period("2019.00") == Period{2019, Part::year, 0});
  // A stock at the year's end is of that year.
  CHECK(parse_period("2019年末") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019年底") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019-12-31") == Period{2019, Part::year, 0});
  CHECK(parse_period("2019/12/31") == Period{2019, Part::year, 0});
}

TEST_CASE("what is no period is nothing") {
  for (const char* text :
       {"999",     "0999",     "3000",   "20190",      "2019-13",     "2019-00",
        "2019-3",  "2019Q5",   "2019Q0", "2019年13月", "2019年5季度", "2019-03-01",
        "去年",    "2019x",    "19年",   "2019年3",    "20 19",       "2019/12/30",
        "2019 03", "\xEF\xBC", "-2019",  "2019.1",     "2019.",       "2019.10"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

TEST_CASE("periods are ordered: none, then by year, the year before its quarters and months") {
  CHECK(Period{} < *parse_period("1000"));
  CHECK(*parse_period("2019") < *parse_period("2019Q1"));
  CHECK(*parse_period("2019Q4") < *parse_period("2019-01"));
  CHECK(*parse_period("2019-12") < *parse_period("2020"));
}

TEST_CASE("a period prints as it is read") {
  for (const char* text : {"2019", "2019Q3", "2019-03", ""})
    CHECK(to_string(*parse_period(text)) == text);
}
