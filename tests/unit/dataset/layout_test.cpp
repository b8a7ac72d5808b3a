#include <fmt/format.h>

#include "sample.h"

using namespace tijian;
using namespace tijian::test;

namespace {

/// "甲 2020 population=1; 乙 2020 population=2": all values, by row, in the columns' order.
std::string cells(const Loaded<Dataset>& data) {
  REQUIRE(data);
  const Framework f = framework();
  std::string all;
  for (Index row = 0; row < data->rows.size(); ++row) {
    all += (all.empty() ? "" : "; ") + data->rows.place_of(row);
    if (const std::string when = to_string(data->rows.period[row]); !when.empty())
      all += ' ' + when;
    for (std::size_t i = 0; i < data->columns.size(); ++i)
      if (const double value = data->values(row, static_cast<Index>(i)); !std::isnan(value))
        all += ' ' + f.variables[data->columns[i].variable].id + '=' + fmt::format("{}", value);
  }
  return all;
}

}  // namespace

// The same six figures (population of two places in two years, a ratio in the first) in each form.

TEST_CASE("places down, variables across") {
  CHECK(cells(read_text("地区,年份,常住人口,比值\n甲,2020,1,5\n乙,2020,2,6\n")) ==
        "甲 2020 population=1 ratio=5; 乙 2020 population=2 ratio=6");
}

TEST_CASE("places down, periods across") {
  CHECK(cells(read_text("指标：常住人口\n地区,2021年,2020年\n甲,3,1\n乙,4,2\n")) ==
        "甲 2021 population=3; 甲 2020 population=1; 乙 2021 population=4; 乙 2020 population=2");
}

TEST_CASE("periods down, places across") {
  const std::string text = "时间,甲,乙\n2020年,1,2\n2021年,3,4\n";
  CHECK(cells(read_text(text, {.variable = "常住人口"})) ==
        "甲 2020 population=1; 乙 2020 population=2; 甲 2021 population=3; 乙 2021 population=4");
  CHECK(codes(read_text(text)) == "C330@1");
}

TEST_CASE("variables down, places across, with units beside") {
  CHECK(cells(read_text("指标,单位,甲,乙\n常住人口,人,10000,20000\n比值,,5,6\n")) ==
        "甲 population=1 ratio=5; 乙 population=2 ratio=6");
}

TEST_CASE("places and variables down, periods across") {
  CHECK(cells(read_text("地区,指标,2020,2021\n甲,常住人口,1,3\n甲,比值,5,7\n")) ==
        "甲 2020 population=1 ratio=5; 甲 2021 population=3 ratio=7");
}

TEST_CASE("long, with other columns between") {
  CHECK(cells(read_text("地区,备注,年份,变量,数值\n甲,x,2020,常住人口,1\n甲,,2020,比值,5\n")) ==
        "甲 2020 population=1 ratio=5");
}

TEST_CASE("years at the ends of columns' names") {
  CHECK(cells(read_text("地区,常住人口2020,2021年常住人口,ratio_2020\n甲,1,3,5\n")) ==
        "甲 2020 population=1 ratio=5; 甲 2021 population=3");
}

TEST_CASE("years above variables, in two lines") {
  CHECK(cells(read_text("地区,2020年,,2021年,\n,常住人口,比值,常住人口,比值\n甲,1,5,3,7\n")) ==
        "甲 2020 population=1 ratio=5; 甲 2021 population=3 ratio=7");
}

TEST_CASE("years below variables, as a spreadsheet writes numbers") {
  CHECK(cells(read_text("地区;常住人口;;比值\n;1981;1991,0;2001\n甲;64;68,5;0,5\n")) ==
        "甲 1981 population=64; 甲 1991 population=68.5; 甲 2001 ratio=0.5");
}

TEST_CASE("units in a line of their own, and a second language") {
  CHECK(cells(read_text("地区,常住人口,比值\n,(人),\n甲,10000,5\n")) == "甲 population=1 ratio=5");
  CHECK(cells(read_text("地区,常住人口,比值\nRegion,Residents,Ratio of two\n甲,1,5\n")) ==
        "甲 population=1 ratio=5");
}

TEST_CASE("a unit above the table holds for what names none") {
  CHECK(cells(read_text("表1 常住人口\n单位：人,\n地区,常住人口\n甲,10000\n")) ==
        "甲 population=1");
  CHECK(cells(read_text("单位：人\n地区,常住人口[万人]\n甲,1\n")) == "甲 population=1");
  CHECK(cells(read_text("表1 人口（单位：人）,\n地区,常住人口\n甲,10000\n")) == "甲 population=1");
  CHECK(cells(read_text("表1,单位: 人\n地区,常住人口\n甲,10000\n")) == "甲 population=1");
  // Several units say nothing of any one column, which is told.
  CHECK(codes(read_text("单位：万人、1\n地区,常住人口,比值\n甲,1,5\n")) == "C357@1");
  CHECK(cells(read_text("单位：万人、1\n地区,常住人口,比值\n甲,1,5\n")) ==
        "甲 population=1 ratio=5");
}

TEST_CASE("units as people write them in headers") {
  CHECK(cells(read_text("地区,常住人口（单位：人）\n甲,10000\n")) == "甲 population=1");
  CHECK(cells(read_text("地区,常住人口/人\n甲,10000\n")) == "甲 population=1");
}

TEST_CASE("columns of places by their usual names") {
  for (const char* name : {"区县", "Province", "County", "geo", "省", "市", "县", "区县名称",
                           "地区名称", "城市名称", "县(市、区)", "县（市、区）", "NAME"}) {
    CAPTURE(name);
    CHECK(cells(read_text(std::string(name) + ",常住人口\n甲,1\n")) == "甲 population=1");
  }
}

TEST_CASE("of two columns of places the finer one is the place, and it is told") {
  const auto data = read_text("country,city,population\n国,甲,1\n国,乙,2\n");
  CHECK(codes(data) == "C350@1:1");
  CHECK(cells(data) == "甲 population=1; 乙 population=2");
}

TEST_CASE("a name of the framework is a variable, whatever else it could name") {
  Framework f = framework();
  f.variables.push_back(variable("area", "面积", "Area", "1"));
  f.indicators.push_back(indicator_of(f, "area"));
  const Folder folder;
  const auto data = read_dataset(std::vector{folder.file("a.csv", "place,area\n甲,1\n")}, f);
  REQUIRE(data);
  CHECK(data->columns.front().variable == 5);
}

TEST_CASE("what separates is seen, and a decimal comma among semicolons") {
  CHECK(cells(read_text("地区;常住人口;比值\n甲;1,5;0,25\n")) == "甲 population=1.5 ratio=0.25");
  CHECK(cells(read_text("地区\t常住人口\n甲\t1.5\n")) == "甲 population=1.5");
  CHECK(cells(read_text("地区|常住人口\n甲|1.5\n")) == "甲 population=1.5");
  CHECK(cells(read_text("place;a (x, y);population\nP;3;1\nQ;4;2\n")) ==
        "P population=1; Q population=2");
  // Among semicolons 1,572 may be either.
  CHECK(codes(read_text("地区;常住人口\n甲;1,572\n")) == "C352@1");
  CHECK(cells(read_text("地区;常住人口\n甲;1,572\n乙;0.5\n")) ==
        "甲 population=1572; 乙 population=0.5");
}

TEST_CASE("a column that is called otherwise is one message") {
  CHECK(codes(read_text(
            "评价单元,时期,变量,名称,金额\n甲,2020,population,x,1\n甲,2020,ratio,x,5\n")) ==
        "C348@1:5");
  CHECK(codes(read_text("评价单元,时期,项目,数值\n甲,2020,population,1\n甲,2020,ratio,5\n")) ==
        "C349@1:3");
}

TEST_CASE("a table that names no place") {
  CHECK(codes(read_text("年份,常住人口\n2020,1\n2021,2\n")) == "C347@1");
  CHECK(codes(read_text("指标,2020年,2021年\n常住人口,1,2\n")) == "C347@1");
}

TEST_CASE("text in other encodings is asked for, not taken for Chinese") {
  CHECK(codes(read_text("place,population\nW\xE4hring,1\nD\xF6"
                        "bling,2\n")) == "C351@2");
  // 臺北市 in Big5, 東京都 in Shift-JIS
  CHECK(codes(read_text("place,population\n\xBB\x4F\xA5\x5F\xA5\xAB,1\n")) == "C351@2");
  CHECK(codes(read_text("place,population\n\x93\x8C\x8B\x9E\x93\x73,1\n")) == "C351@2");
  // 朝阳区 in GB18030
  CHECK(cells(read_text("place,population\n\xB3\xAF\xD1\xF4\xC7\xF8,1\n")) ==
        "朝阳区 population=1");
}
