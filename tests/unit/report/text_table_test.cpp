#include "report/text_table.h"

#include <catch2/catch.hpp>

using namespace tijian;

namespace {

report::TextTable sample() {
  report::TextTable table(
      {{"indicator", false, 6, 0}, {"value", true, 0, 0}, {"unit", false, 0, 1}});
  table.add({{"常住人口规模"}, {"344.9"}, {"万人"}});
  table.add({{"PM2.5"}, {"34"}, {"微克"}});
  return table;
}

}  // namespace

TEST_CASE("columns line up whatever their characters") {
  CHECK(sample().render(80, false) ==
        "indicator     value  unit\n"
        "常住人口规模  344.9  万人\n"
        "PM2.5            34  微克\n");
}

TEST_CASE("a narrow terminal cuts what may be cut") {
  CHECK(sample().render(22, false) ==
        "indicator  value  unit\n"
        "常住人口…  344.9  万人\n"
        "PM2.5         34  微克\n");
}

TEST_CASE("a very narrow terminal loses whole columns") {
  CHECK(sample().render(14, false) ==
        "indica…  value\n"
        "常住人…  344.9\n"
        "PM2.5       34\n");
}

TEST_CASE("columns without a text never show") {
  report::TextTable table({{"a"}, {"b"}, {"c"}});
  table.add({{"1"}, {}, {"3"}});
  CHECK(table.render(80, false) == "a  c\n1  3\n");
}

TEST_CASE("lines between the rows wrap within the width") {
  report::TextTable table({{"a"}});
  table.add_line("  no value: one, two", 4);
  CHECK(table.render(16, false) == "  no value: one,\n    two\n");
}

TEST_CASE("colour is only there where it is wanted") {
  report::TextTable table({{""}});
  table.add({{"breach", report::Style::bad}});
  CHECK(table.render(80, false) == "breach\n");
  CHECK(table.render(80, true) == "\033[31mbreach\033[0m\n");
}
