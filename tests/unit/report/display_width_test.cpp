#include "report/display_width.h"

#include <catch2/catch.hpp>

using namespace tijian;

TEST_CASE("East Asian characters take two columns, marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("朝阳区") == 6);
  CHECK(display_width("（3）") == 5);  // full-width brackets
  CHECK(display_width("PM2.5浓度") == 9);
  CHECK(display_width("e\u0301") == 1);  // a combining accent
  CHECK(display_width("…†—") == 3);
  CHECK(display_width("") == 0);
  CHECK(display_width("\xFF\xFE") == 2);  // not UTF-8: one replacement character each
}

TEST_CASE("what is too long ends in an ellipsis and stays within the width") {
  CHECK(cut("abcdef", 6) == "abcdef");
  CHECK(cut("abcdef", 5) == "abcd…");
  CHECK(cut("朝阳区", 6) == "朝阳区");
  CHECK(cut("朝阳区", 5) == "朝阳…");
  CHECK(cut("朝阳区", 4) == "朝…");  // half a character is never shown
  CHECK(cut("朝阳区", 1) == "…");
  CHECK(cut("朝阳区", 0).empty());
}

TEST_CASE("padding counts columns, not bytes") {
  CHECK(pad_right("朝阳", 6) == "朝阳  ");
  CHECK(pad_left("朝阳", 6) == "  朝阳");
  CHECK(pad_left("朝阳", 3) == "朝阳");
}

TEST_CASE("long texts break at spaces, or between wide characters but not before punctuation") {
  CHECK(wrap("one two three", 7, 2) == "one two\n  three");
  CHECK(wrap("一二三四五六", 8, 0) == "一二三四\n五六");
  CHECK(wrap("一二三四，五六", 8, 0) == "一二三\n四，五六");
  CHECK(wrap("abcdefghij", 4, 0) == "abcdefghij");  // a word is not torn
}
