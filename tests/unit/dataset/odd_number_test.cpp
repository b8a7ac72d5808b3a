#include "dataset/odd_number.h"

#include <catch2/catch.hpp>

using namespace tijian;

namespace {

std::string mending(std::string_view cell) {
  return dataset::mending_of(cell, dataset::CellReader()).in("en");
}

}  // namespace

TEST_CASE("what is no number is told by what it looks like") {
  for (const char* date : {"2021-05-03", "2021/5/3", "2021.5.3", "2021年5月3日", "5月3日"}) {
    CAPTURE(date);
    CHECK(mending(date).find("a date") != std::string::npos);
  }
  CHECK(mending("1.234.567").empty());
  CHECK(mending("12 345") == "write it without blanks and apostrophes: 12345");
  CHECK(mending("'12345") == "write it without blanks and apostrophes: 12345");
  for (const char* marked : {"12345*", "12345①", "12345 b"}) {
    CAPTURE(marked);
    CHECK(mending(marked) == "a footnote mark? write the number alone: 12345");
  }
  CHECK(mending("12345 人").empty());
  CHECK(mending("1O5") == "a letter stands for a digit: 105?");
  CHECK(mending("1Ｏ") == "a letter stands for a digit: 10?");
  CHECK(mending("O") == "a letter stands for a digit: 0?");
  CHECK(mending("l2.5") == "a letter stands for a digit: 12.5?");
  for (const char* about : {"约30", "大约 30", "30左右", "30余", ">30", "～30", "30+"}) {
    CAPTURE(about);
    CHECK(mending(about).starts_with("write the number alone: 30;"));
  }
  for (const char* range : {"115~120", "115～120", "115-120", "1.5至2", "115—120"}) {
    CAPTURE(range);
    CHECK(mending(range) == "one number, not a range");
  }
}

TEST_CASE("nothing is said of what looks like none of these") {
  for (const char* cell : {"12.5万", "Old", "无", "", "见附件", "月份", "约很多", "3-", "1-x"}) {
    CAPTURE(cell);
    CHECK(mending(cell).empty());
  }
}
