#include <catch2/catch.hpp>

#include "tijian/report/layout.h"

using namespace tijian;

TEST_CASE("East Asian characters take two columns, marks none") {
  CHECK(report::display_width("abc") == 3);
  CHECK(report::display_width("朝阳区") == 6);
  CHECK(report::display_width("（3）") == 5);  // full-width brackets
  CHECK(report::display_width("PM2.5浓度") == 9);
  CHECK(report::display_width("e\u0301") == 1);  // a combining accent
  CHECK(report::display_width("…†—") == 3);
  CHECK(report::display_width("") == 0);
  CHECK(report::display_width("\xFF\xFE") == 2);  // not UTF-8: one replacement character each
}

TEST_CASE("what is too long ends in an ellipsis and stays within the width") {
  CHECK(report::cut("abcdef", 6) == "abcdef");
  CHECK(report::cut("abcdef", 5) == "abcd…");
  CHECK(report::cut("朝阳区", 6) == "朝阳区");
  CHECK(report::cut("朝阳区", 5) == "朝阳…");
  CHECK(report::cut("朝阳区", 4) == "朝…");  // half a character is never shown
  CHECK(report::cut("朝阳区", 1) == "…");
  CHECK(report::cut("朝阳区", 0).empty());
}

TEST_CASE("padding counts columns, not bytes") {
  CHECK(report::pad_right("朝阳", 6) == "朝阳  ");
  CHECK(report::pad_left("朝阳", 6) == "  朝阳");
  CHECK(report::pad_left("朝阳", 3) == "朝阳");
}

TEST_CASE("long texts break at spaces, or between wide characters but not before punctuation") {
  CHECK(report::wrap("one two three", 7, 2) == "one two\n  three");
  CHECK(report::wrap("一二三四五六", 8, 0) == "一二三四\n五六");
  CHECK(report::wrap("一二三四，五六", 8, 0) == "一二三\n四，五六");
  CHECK(report::wrap("abcdefghij", 4, 0) == "abcdefghij");  // a word is not torn
}
