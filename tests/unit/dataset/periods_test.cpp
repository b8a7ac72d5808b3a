#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

TEST_CASE("columns that are periods, of a variable that is named") {
  const auto data =
      read_text("地区,2024年,2023年\n甲,2,1\n乙,,3\n", {.variable = "地区生产总值 [万元]"});
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.size() == 4);
  CHECK(data->rows.place_of(1) == "甲");
  CHECK(to_string(data->rows.period[1]) == "2023");
  CHECK(value(data, 1, "gdp") == 1e-4);
  CHECK(std::isnan(value(data, 2, "gdp")));
}

TEST_CASE("what a line above the header says of the values is taken") {
  const auto data = read_text("数据库：x\n指标：常住人口(人)\n时间：y\n地区,2024年\n甲,20000\n",
                              {.skip_lines = 3});
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "population") == 2);
}

TEST_CASE("the unit above the header holds for a variable that is named without one") {
  const std::string text = "指标：国内生产总值(万元)\n地区,2024年\n甲,20000\n";
  CHECK(value(read_text(text, {.skip_lines = 1, .variable = "gdp"}), 0, "gdp") == 2);  // 亿元
  CHECK(value(read_text(text, {.skip_lines = 1, .variable = "gdp [亿元]"}), 0, "gdp") == 20000);
  const auto unfit = read_text(text, {.skip_lines = 1, .variable = "population"});
  CHECK(codes(unfit) == "B405@2");
  CHECK(unfit.diagnostics[0].hint.in("en").starts_with("'万元' stands above the table"));
}

TEST_CASE("nobody says of which variable") {
  CHECK(codes(read_text("地区,2024年\n甲,1\n")) == "C330@1");
  const auto unknown = read_text("指标：常驻人口(人)\n地区,2024年\n甲,1\n", {.skip_lines = 1});
  CHECK(codes(unknown) == "B408@1");
  CHECK(unknown.diagnostics[0].expected.in("en") == "an id or a title, such as 常住人口");
  // Where no name is near, one of the framework's shows how they look.
  const auto far = read_text("指标：天气\n地区,2024年\n甲,1\n", {.skip_lines = 1});
  CHECK(far.diagnostics[0].expected.in("en") == "an id or a title, such as Resident population");
}

TEST_CASE("lines above the header and notes below are told by what they are") {
  const auto data = read_text(
      "数据库：x\n\n指标：常住人口(人)\n地区,2024年\n甲,10000\n注：1.\n　2.\n数据来源：局\n");
  CHECK(codes(data).empty());
  CHECK(value(data, 0, "population") == 1);  // 万人
  CHECK(data->rows.size() == 1);
}

TEST_CASE("lines below the table: notes by name, others where that is said") {
  const std::string text = "place,population\n甲,1\n乙,2\n注：1.x\n　　2.y\n数据来源：国家统计局\n";
  const auto data = read_text(text);
  CHECK(codes(data).empty());
  REQUIRE(data);
  CHECK(data->rows.size() == 2);
  // A spreadsheet pads its notes with commas; a place without values stays a place.
  CHECK(read_text("place,population\n甲,1\n乙,\n数据来源：国家统计局,\n")->rows.size() == 2);
  // A line of one cell may be a row that was cut off.
  CHECK(codes(read_text("place,population\n甲,1\n乙\n")) == "C320@3:1");
  CHECK(codes(read_text("place,population\n甲,1\nQuelle: Statistik\n")).empty());
  // A note that has a comma is no place called so with a value.
  CHECK(codes(read_text("place,population\n甲,1\n注：西城区,110.6\n")) == "C320@3:1");
  CHECK(codes(read_text("place,variable,value\n甲,ratio,1\nNote 1: a,ratio,2\n")) == "C320@3:1");
  CHECK(read_text("place,population\n甲,1\n乙\n", {.skip_notes = true})->rows.size() == 1);
}

TEST_CASE("the statistics bureau's files, as people download them") {
  const std::string folder = TIJIAN_ROOT "/tests/data/nbs_gbk/";
  Framework f;
  f.path = "framework.yaml";
  f.variables = {variable("gdp", "地区生产总值", "GDP", "亿元"),
                 variable("sample", "人口数(人口抽样调查)", "Sampled population", "人"),
                 variable("urban", "城镇单位就业人员", "Urban employees", "万人"),
                 variable("private", "私营企业和个体就业人员", "Private employees", "人")};
  std::vector<std::string> paths;
  for (const char* name : {"provincial", "provincial_1", "provincial_3", "provincial_4"})
    paths.push_back(folder + name + ".csv");
  const auto data = read_dataset(paths, f);
  for (const Diagnostic& d : data.diagnostics) WARN(to_string(d));
  REQUIRE(data);
  CHECK(data.diagnostics.empty());
  CHECK(data->rows.places.size() == 31);
  CHECK(data->rows.size() == 31 * 20);  // 2006 to 2025; GDP has 2006 to 2024
  const auto at = [&](const char* place, int year, int variable) {
    for (Eigen::Index row = 0; row < data->rows.size(); ++row)
      if (data->rows.place_of(row) == place && data->rows.period[row].year == year)
        return data->values(row, variable);
    FAIL("no such row");
    return 0.0;
  };
  // Figures as they stand in the files.
  CHECK(at("北京市", 2024, 0) == 49670.2);
  CHECK(at("新疆维吾尔自治区", 2006, 0) == 2984.5);
  CHECK(at("北京市", 2015, 1) == 335775);
  CHECK(std::isnan(at("北京市", 2020, 1)));
  CHECK(at("广东省", 2024, 2) == 2049.4);
  CHECK(at("广东省", 2019, 3) == 50685000);
}
