#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

TEST_CASE("a long file: one row a value") {
  const auto data = read_text(
      "place,period,variable,value\n甲,2019,population,1\n乙,2019,population,2\n甲,2019,"
      "公园绿地面积,3\n甲,2020,population,4\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.size() == 3);
  CHECK(value(data, 0, "population") == 1);
  CHECK(value(data, 0, "green_area") == 3);
  CHECK(std::isnan(value(data, 1, "green_area")));
  CHECK(value(data, 2, "population") == 4);
  CHECK(data->columns[1].where.line == 4);
  CHECK(data->columns[1].where.column == 3);
}

TEST_CASE("a long file with units, sources, confidences, standard errors and what is passed over") {
  const auto data = read_text(
      "place,period,variable,title,value,unit,definition,keeper,source,confidence,standard_error,"
      "type\n"
      "甲,2019,population,常住人口,12000,人,年末,统计局,年鉴,cited,1000,district\n"
      "甲,2019,share,,12.3%,,,,模拟,,,\n"
      "甲,2019,gdp,,5,,,,,,,\n"
      "甲,2020,population [人],,12000,,,,年鉴,cited,,\n");
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "population") == 1.2);
  CHECK(value(data, 1, "population") == 1.2);
  CHECK(value(data, 0, "share") == 12.3);
  REQUIRE(data);
  REQUIRE(data->sources.size() == 2);
  const int population = column(*data, "population");
  CHECK(data->sources[data->source(0, population)].text == "年鉴");
  CHECK(data->sources[data->source(0, population)].confidence == "cited");
  CHECK_FALSE(data->sources[data->source(0, population)].synthetic);
  CHECK(data->source(1, population) == data->source(0, population));
  CHECK(data->sources[data->source(0, column(*data, "share"))].synthetic);
  CHECK(data->source(0, column(*data, "gdp")) == -1);
  CHECK(data->standard_error(0, population) == 0.1);
  CHECK(std::isnan(data->standard_error(1, population)));
  CHECK(data->rows.attribute("type")->at(0) == "district");
}

TEST_CASE("an empty sheet as `tijian template` writes it is read back, rows unfilled and all") {
  const auto data = read_text(
      "\xEF\xBB\xBFplace,period,variable,title,value,unit,source,definition,keeper\r\n"
      ",,population,常住人口,,万人,,,统计局\r\n"
      "甲,2019,green_area,公园绿地面积,,公顷,,,园林局\r\n"
      "甲,2019,gdp,地区生产总值,12.5,亿元,年鉴,,统计局\r\n");
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.size() == 1);
  CHECK(std::isnan(value(data, 0, "green_area")));
  CHECK(value(data, 0, "gdp") == 12.5);
}

TEST_CASE("a long file without periods, and an indicator given directly") {
  const auto data = read_text("评价单元,指标,数值\n甲,人均公园绿地,16\n");
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "green_space") == 16);
}

TEST_CASE("a sheet that nobody filled in") {
  CHECK(codes(read_text("place,period,variable,value\n,,population,\n,,gdp,\n")) == "C309@1");
}

TEST_CASE("faults of long files") {
  const auto fault = [](std::string_view rows) {
    return codes(read_text("place,period,variable,value,unit,type\n" + std::string(rows)));
  };
  CHECK(fault(",2019,population,1,,\n") == "C321@2:1");
  CHECK(fault("甲,2019,,1,,\n甲,2019,gdp,1,,\n") == "C326@2:3");
  CHECK(fault("甲,2019,population,x,,\n") == "C356@2:4");
  CHECK(fault("甲,去年,population,1,,\n") == "C322@2:2");
  CHECK(fault("甲,2019,population,1,,\n甲,2019,常住人口,1,,\n") == "C327@3:4");
  CHECK(fault("甲,2019,population,1,,a\n甲,2019,gdp,1,,b\n") == "C329@3:6");
  CHECK(fault("甲,2019,population,1,,\n甲,,gdp,1,,\n") == "C324@3:2");
  CHECK(fault("甲,2019,population,1,公斤,\n") == "B405@2:5");
  CHECK(fault("甲,2019,population,1,某某,\n") == "B404@2:5");
  CHECK(fault("甲,2019,population,1\n") == "C314@2:4");
  CHECK(fault("甲,2019,population,1,,\n甲,2019,unknown,1,,\n") == "B401@3:3");
}
