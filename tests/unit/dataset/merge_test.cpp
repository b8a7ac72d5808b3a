#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

TEST_CASE("several files are merged by place and period") {
  const Folder folder;
  const auto data =
      read({folder.file("a.csv", "place,period,population,type\n甲,2019,1,t\n乙,2019,2,\n"),
            folder.file("b.csv", "place,period,gdp,常住人口[人]\n乙,2019年,3,20000\n丙,2019,4,5\n"),
            folder.file("c.csv", "place,period,variable,value,source\n甲,2019,gdp,7,年鉴\n")});
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.size() == 3);
  CHECK(value(data, 0, "population") == 1);
  CHECK(value(data, 1, "population") == 2);
  CHECK(value(data, 2, "population") == 0.0005);
  CHECK(value(data, 0, "gdp") == 7);
  CHECK(value(data, 2, "gdp") == 4);
  CHECK(data->rows.attribute("type")->at(0) == "t");
  CHECK(data->rows.attribute("type")->at(2).empty());
  CHECK(data->sources[data->source(0, column(*data, "gdp"))].text == "年鉴");
  CHECK(data->source(2, column(*data, "gdp")) == -1);
}

TEST_CASE("conflicting cells cite both") {
  const Folder folder;
  const std::string a = folder.file("a.csv", "place,period,population\n乙,2019,9\n甲,2019,1\n");
  const std::string b = folder.file("b.csv", "place,period,gdp,population\n甲,2019,1,2\n");
  const std::string c =
      folder.file("c.csv", "place,period,variable,value\n甲,2019,gdp,1\n甲,2019,population,3\n");
  const std::string d = folder.file("d.csv", "place,2018,2019\n甲,,4\n");
  const auto wide = read({a, b});
  CHECK(codes(wide) == "C331@2:4");
  REQUIRE(wide.diagnostics.back().also.size() == 1);
  CHECK(wide.diagnostics.back().also[0] == Citation{a, 3, 3});
  CHECK(wide.diagnostics.back().message.in("en") == "甲 2019: population is 2 here and 1 before");
  const auto tall = read({c, b});
  CHECK(codes(tall) == "C331@2:4");
  CHECK(tall.diagnostics.back().also[0] == Citation{c, 3, 4});
  const auto periods = read({d, c}, {.variable = "population"});
  CHECK(codes(periods) == "C331@3:4");
  CHECK(periods.diagnostics.back().also[0] == Citation{d, 2, 3});
}

TEST_CASE("attributes that differ between files are a fault") {
  const Folder folder;
  const auto data = read({folder.file("a.csv", "place,population,type\n甲,1,t\n"),
                          folder.file("b.csv", "place,gdp,type\n甲,1,u\n")});
  CHECK(codes(data) == "C329@2");
  REQUIRE(data.diagnostics.back().also.size() == 1);
  CHECK(data.diagnostics.back().also[0].line == 2);
}

TEST_CASE("a file without periods among others is told") {
  const Folder folder;
  const auto data = read({folder.file("a.csv", "place,population\n甲,1\n"),
                          folder.file("b.csv", "place,period,gdp\n甲,2019,1\n")});
  CHECK(codes(data) == "C332@0");
  CHECK(data->rows.size() == 2);
}

TEST_CASE("no file at all fits nothing") { CHECK(codes(read({})) == "B402@0"); }

TEST_CASE("problems of all files are told") {
  const Folder folder;
  CHECK(codes(read({folder.file("a.csv", "place,population\n甲,x\n"), "none.csv",
                    folder.file("b.csv", "place,gdp\n甲,y\n")})) == "C311@2:2 C300@0 C311@2:2");
}

TEST_CASE("the throwing variant carries all diagnostics") {
  const Folder folder;
  const std::vector<std::string> paths{folder.file("a.csv", "place,population\n甲,x\n乙,y\n")};
  try {
    read_dataset_or_throw(paths, framework());
    FAIL("nothing was thrown");
  } catch (const InputError& e) {
    CHECK(e.diagnostics().size() == 3);
  }
}
