#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

TEST_CASE("a wide file: rows in the file's order, columns by id") {
  const auto data = read_text(
      "place,period,population,green_area\n甲,2019,10,200\n乙,2019,20,\n甲,2020,11,210\n");
  REQUIRE(data);
  CHECK(codes(data).empty());
  CHECK(data->rows.size() == 3);
  CHECK(data->rows.place_of(0) == "甲");
  CHECK(data->rows.place_of(1) == "乙");
  CHECK(data->rows.place_of(2) == "甲");
  CHECK(data->rows.places.size() == 2);
  CHECK(to_string(data->rows.period[2]) == "2020");
  CHECK(value(data, 0, "population") == 10);
  CHECK(value(data, 2, "green_area") == 210);
  CHECK(std::isnan(value(data, 1, "green_area")));
  CHECK(data->source.size() == 0);
  CHECK(data->standard_error.size() == 0);
  CHECK(data->columns[0].where.line == 1);
  CHECK(data->columns[0].where.column == 3);
}

TEST_CASE("columns by titles in any language, with units in brackets") {
  const auto data = read_text(
      "评价单元,年份,常住人口 [万人],Park area "
      "[km2],覆盖率（%）,地区生产总值(万元)\n甲,2019年,1,2,3,40000\n");
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "population") == 1);
  CHECK(value(data, 0, "green_area") == 200);  // 2 km2 are 200 ha
  CHECK(value(data, 0, "share") == 3);
  CHECK(value(data, 0, "gdp") == 4);  // 4 万 x 万元 = 4 亿元
}

TEST_CASE("a unit other than the framework's is converted, in any kind of brackets") {
  for (const char* name :
       {"常住人口[人]", "常住人口 [人]", "常住人口（人）", "常住人口(人)", "常住人口［人］",
        "常住人口【人】", "population [人]", "RESIDENT POPULATION [人]"}) {
    CAPTURE(name);
    const auto data = read_text(std::string("place,") + name + "\n甲,12000\n");
    CHECK(codes(data).empty());
    CHECK(value(data, 0, "population") == 1.2);
  }
}

TEST_CASE("names of the place and the period") {
  for (const char* header : {"place,period", "评价单元,年份", "地区,年度", "街道,年份", "区县,年度",
                             "行政区,年份", "PLACE,Period", "Place , PERIOD "}) {
    CAPTURE(header);
    const auto data = read_text(std::string(header) + ",population\n甲,2019,1\n");
    CHECK(codes(data).empty());
    REQUIRE(data);
    CHECK(to_string(data->rows.period[0]) == "2019");
  }
}

TEST_CASE("without a period column there is one period, and it is none") {
  const auto data = read_text("place,population\n甲,1\n乙,2\n");
  REQUIRE(data);
  CHECK(data->rows.period[1] == Period{});
}

TEST_CASE("marks of missing values are missing, never in place") {
  const auto data =
      read_text("place,population,green_area,share,ratio,gdp\nNA,NA,-,—,…,N/A\n-,暂无,,1,-999,1\n",
                {.missing = {"-999"}});
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.place_of(0) == "NA");
  CHECK(data->rows.place_of(1) == "-");
  for (const char* id : {"population", "green_area", "share", "ratio", "gdp"})
    CHECK(std::isnan(value(data, 0, id)));
  CHECK(std::isnan(value(data, 1, "population")));
  CHECK(std::isnan(value(data, 1, "ratio")));
  CHECK(value(data, 1, "gdp") == 1);
}

TEST_CASE("thousands separators, full-width digits and percent signs in cells") {
  const auto data =
      read_text("place,population,share,ratio\n甲,\"1,234.5\",12.3%,36.2%\n乙,１２３,１２％,5‰\n");
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "population") == 1234.5);
  CHECK(value(data, 0, "share") == 12.3);
  CHECK(value(data, 0, "ratio") == 36.2 / 100);
  CHECK(value(data, 1, "population") == 123);
  CHECK(value(data, 1, "share") == 12);
  CHECK(value(data, 1, "ratio") == 0.005);
}

TEST_CASE("a percent sign where the unit is no ratio is an error") {
  CHECK(codes(read_text("place,population\n甲,12%\n")) == "B407@2:2");
}

TEST_CASE("byte order mark, CR LF, blank lines, no line end at the end of the file") {
  const auto data = read_text("\xEF\xBB\xBFplace,population\r\n甲,1\r\n\r\n乙,2\r\n,\r\n丙,3");
  CHECK(codes(data).empty());
  REQUIRE(data);
  REQUIRE(data->rows.size() == 3);
  CHECK(data->values.rows() == 3);
  CHECK(data->rows.place_of(2) == "丙");
  CHECK(value(data, 2, "population") == 3);
}

TEST_CASE("quoted cells") {
  const auto data = read_text(
      "\"place\",\"population\",\"green_area\"\n\"甲,\"\"乙\"\"\",\"1\",2\n\n\"两\n行\",3,\"\"\n丙,"
      "5,6\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  REQUIRE(data->rows.size() == 3);
  CHECK(data->rows.place_of(0) == "甲,\"乙\"");
  CHECK(data->rows.place_of(1) == "两\n行");
  CHECK(value(data, 1, "population") == 3);
  CHECK(value(data, 2, "green_area") == 6);
}

TEST_CASE("attributes are text columns") {
  const auto data = read_text("place,Type,population\n甲,district,1\n乙,,2\n丙,street,3\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  const Attribute* type = data->rows.attribute("type");
  REQUIRE(type);
  CHECK(type->at(0) == "district");
  CHECK(type->at(1).empty());
  CHECK(type->at(2) == "street");
  CHECK(data->rows.attribute("colour") == nullptr);
}

TEST_CASE("a column gives an indicator's value directly, by id or title") {
  CHECK(value(read_text("place,green_space\n甲,16\n"), 0, "green_space") == 16);
  CHECK(value(read_text("place,人均公园绿地\n甲,16\n"), 0, "green_space") == 16);
}

TEST_CASE("whatever is not understood is an error with row, column and the cell") {
  const auto data =
      read_text("place,population,share\n甲,约12,1\n乙,1,x\n丙,inf,1e999\n丁,nan,1\n");
  CHECK_FALSE(data);
  CHECK(codes(data) == "C311@2:2 C311@3:3 C312@4:2 C312@4:3 C311@5:2");
  CHECK(data.diagnostics[0].message.in("en") == "'约12' in column 'population' is not a number");
  CHECK(data.diagnostics[0].message.in("zh") == "“population”列的“约12”不是数字");
}

TEST_CASE("an overflow by conversion is an error too") {
  CHECK(codes(read_text("place,population [亿人]\n甲,1e308\n")) == "C312@2:2");
}

TEST_CASE("a place and period given twice") {
  const auto data =
      read_text("place,period,population\n甲,2019,1\n乙,2019,1\n甲,2019年,1\n甲,2020,1\n");
  CHECK(codes(data) == "C333@4:1");
  REQUIRE(data.diagnostics[0].also.size() == 1);
  CHECK(data.diagnostics[0].also[0].line == 2);
}

TEST_CASE("short and long rows, rows without a place, wrong periods") {
  CHECK(codes(read_text("place,population,share\n甲,1\n乙,1,2,3\n丙,1,2\n")) ==
        "C314@2:2 C319@3:4");
  CHECK(codes(read_text("place,population\n,1\n")) == "C321@2:1");
  CHECK(codes(read_text("place,period,population\n甲,去年,1\n")) == "C322@2:2");
}

TEST_CASE("a period in each row or in none") {
  CHECK(codes(read_text("place,period,population\n甲,2019,1\n乙,,1\n")) == "C324@3:2");
  CHECK(codes(read_text("place,period,population\n甲,,1\n乙,2019,1\n")) == "C325@3:2");
  CHECK(codes(read_text("place,period,population\n甲,,1\n乙,NA,1\n")).empty());
}

TEST_CASE("NUL is an error wherever it stands") {
  using namespace std::string_literals;
  CHECK(codes(read_text("place,population,other\n甲,1,\0\n"s)) == "C313@2:1 B401@1:3");
  CHECK(codes(read_text("place,population\n甲\0,1\n乙,1\0\n"s)) == "C313@2:1 C313@3:1");
  CHECK(codes(read_text("place,population\n\"甲\0\",1\n"s)) == "C313@2:1");
}

TEST_CASE("quotes that break the file") {
  CHECK(codes(read_text("place,population\n甲,1\n乙\"x,2\n丙,3\n")) == "C307@3:1");
  CHECK(codes(read_text("place,population\n甲,1\n\"乙,2\n丙,3\n")) == "C308@3:1");
  CHECK(codes(read_text("place,population\n甲,1\n\"乙\"x,2\n")) == "C307@3:1");
}

TEST_CASE("columns of no name: empty ones pass, others are faults") {
  CHECK(codes(read_text("place,population,,\n甲,1,,\n")).empty());
  CHECK(codes(read_text("place,population,\n甲,1,5\n")) == "C318@2:3");
}

TEST_CASE("rows that end with a carriage return alone take no more rows than there are lines") {
  std::string text = "place,population\n\"a\"\"b\",1\r";
  for (int i = 0; i < 1000; ++i) text += "p" + std::to_string(i) + ",1\r";
  CHECK_FALSE(read_text(text + "\n").value);
}

TEST_CASE("an attribute twice") {
  CHECK(codes(read_text("place,type,Type,population\n甲,a,a,1\n")) == "C317@1:3");
}

TEST_CASE("rows of commas only are no rows") {
  CHECK(codes(read_text("place,population\n,\n ,\n")) == "C309@1");
}

TEST_CASE("a column of text does not bury everything else") {
  std::string text = "place,population\n";
  for (int i = 0; i < 100; ++i) text += "p" + std::to_string(i) + ",x\n";
  const auto data = read_text(text + "甲,inf\n");
  REQUIRE(data.diagnostics.size() == 23);  // 20 C311, C312, C399, B400
  CHECK(data.diagnostics[19].code == "C311");
  CHECK(data.diagnostics[20].code == "C312");
  CHECK(data.diagnostics[20].where.line == 102);
  CHECK(data.diagnostics[21].code == "C399");
  CHECK(data.diagnostics[21].message.in("en") == "80 more faults of kind C311 are not listed");
}

TEST_CASE("a synthetic file flags its cells") {
  for (const char* name :
       {"synthetic_districts.csv", "合成数据.csv", "模拟.csv", "Synthetic.csv"}) {
    const auto data = read_text("place,population\n甲,1\n", {}, name);
    REQUIRE(data);
    REQUIRE(data->source.size() == 1);
    CHECK(data->sources[data->source(0, 0)].synthetic);
    CHECK(data->sources[0].text == name);
  }
}

TEST_CASE("a row of totals is no place") {
  const auto data = read_text("place,population\n甲,1\n乙,2\n合　计,3\n合计镇,4\n");
  CHECK(codes(data) == "C336@4");
  REQUIRE(data);  // a warning: who knows what places are called
  CHECK(data->rows.size() == 4);
  CHECK(codes(read_text("place,period,variable,value\nA,2020,population,1\n"
                        "Total,2020,population,1\nTotal,2021,population,1\n")) == "C336@3:4");
}
