#include "formula/unit.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

using tijian::formula::Unit;

namespace {

Unit unit(const std::string& text) {
  const auto parsed = Unit::parse(text);
  INFO("unit " << text);
  REQUIRE(parsed);
  return *parsed;
}

double convert(double x, const std::string& from, const std::string& to) {
  const auto conversion = unit(from).to(unit(to));
  INFO(from << " to " << to);
  REQUIRE(conversion);
  return (*conversion)(x);
}

bool compatible(const std::string& a, const std::string& b) {
  return unit(a).to(unit(b)).has_value();
}

}  // namespace

TEST_CASE("powers of ten convert without a rounding error") {
  CHECK(convert(25.6, "%", "1") == 25.6 / 100);
  CHECK(convert(344.9, "万人", "人") == 3449000.0);
  CHECK(convert(2.9, "亿平方米", "平方公里") == 290.0);
  CHECK(convert(7, "公顷/万人", "平方米/人") == 7.0);
  CHECK(convert(1.7, "亿元/平方公里", "元/平方米") == 170.0);
  CHECK(convert(3, "个/万人", "个/十万人") == 30.0);
  CHECK(convert(0.3, "吨标准煤/万元", "千克标准煤/元") == 0.03);
  CHECK(convert(0.7, "万吨标准煤/亿元", "吨标准煤/万元") == 0.7);
}

TEST_CASE("prefixes stack") {
  CHECK(convert(1, "千万人", "人") == 1e7);
  CHECK(convert(1, "十万元", "元") == 1e5);
  CHECK(convert(1, "百亿元", "元") == 1e10);
  CHECK(convert(1, "万亿元", "元") == 1e12);
  CHECK(convert(1, "千人", "人") == 1e3);
  CHECK(convert(5, "万kWh", "千瓦时") == 5e4);
}

TEST_CASE("units as people write them") {
  CHECK(compatible("dB(A)", "分贝"));
  CHECK(compatible("dB（A）", "dB"));
  CHECK(convert(2, "/万人", "1/人") == 2e-4);
  CHECK(convert(1, "kWh", "J") == 3.6e6);
  CHECK(convert(35, "μg/m³", "微克/立方米") == 35);
  CHECK(convert(35, "µg/m3", "微克/立方米") == 35);  // the micro sign, not the letter
  CHECK(convert(8, "㎡/人", "平方米/人") == 8);
  CHECK(convert(50, "％", "1") == 0.5);
  CHECK(convert(12, "‰", "%") == 1.2);
  CHECK(convert(3, "个/10万人", "个/十万人") == 3);
  CHECK(convert(3, "10^8 CNY", "亿元") == 3);
  CHECK(convert(3, "m2/person", "平方米/人") == 3);
  CHECK(convert(90, "升/(人·日)", "升/人/天") == 90);
  CHECK(convert(90, "km/h", "公里/小时") == 90);
  CHECK(convert(36, "km/h", "m/s") == Approx(10).epsilon(1e-15));
  CHECK(convert(15, "亩", "公顷") == 1);  // 15 mu are a hectare
  CHECK(convert(1, "kg m-2 s-1", "kg/m2/s") == 1);
  CHECK(convert(1, "kg.m-2.s-1", "kg/m2/s") == 1);
  CHECK(convert(1, "元每平方米", "元/m2") == 1);
  CHECK(convert(1, "亿美元", "万USD") == 1e4);
  CHECK(convert(73, "吨/日", "吨/年") == 26645);  // 73 * 365
  CHECK(convert(45, "分钟", "小时") == 0.75);
  CHECK(convert(3, "亿吨公里", "万吨公里") == 3e4);
  CHECK(convert(3, "亿人公里", "人·km") == 3e8);
  CHECK(convert(6, "人公里/人", "公里") == 6);
  CHECK(convert(2, "吨CO2/万元", "kgCO2/元") == 0.2);
  CHECK(convert(1, "吉焦", "兆焦") == 1000);
  CHECK(convert(1, "GJ", "吉焦") == 1);
  CHECK(convert(310, "gce/kWh", "kgce/kWh") == 0.31);
  CHECK(convert(82.4, "岁", "年") == 82.4);
  CHECK(convert(2, "个百分点", "%") == 2);
  CHECK(convert(12, "标台/万人", "标台/人") == 0.0012);
}

TEST_CASE("what must not be mixed up is incompatible") {
  CHECK_FALSE(compatible("人", "户"));
  CHECK_FALSE(compatible("人", "1"));
  CHECK_FALSE(compatible("万人次", "万人"));
  CHECK_FALSE(compatible("元", "美元"));
  CHECK_FALSE(compatible("吨", "吨标准煤"));
  CHECK_FALSE(compatible("人/平方米", "平方米/人"));
  CHECK_FALSE(compatible("degree", "1"));
  CHECK_FALSE(compatible("分贝", "1"));
  CHECK_FALSE(compatible("℃", "K"));
}

TEST_CASE("counts are plain numbers") {
  for (const char* name : {"个", "件", "处", "家", "场", "张", "套", "辆", "所", "块", "项", "部",
                           "人次", "批次", "1", "%", "无量纲"})
    CHECK(unit(name).plain());
  CHECK_FALSE(unit("天").plain());
  CHECK_FALSE(unit("人").plain());
}

TEST_CASE("nothing is guessed") {
  for (const char* text : {"",         " ",           "万",
                           "公倾",     "升/人·日",    "J/kg K",
                           "公顷(ha)", "公顷 (ha)",   "m^0.5",
                           "m^",       "m 10",        "m/",
                           "(m",       "m)",          "0 m",
                           "-5 m",     "1e999 m",     "天 since 2000-01-01",
                           "m@10",     "lg(re 1 mW)", "°F",
                           "人人",     "m^300",       "@",
                           "万万",     "万 人",       "((((((((((m))))))))))",
                           "平方米/万"})
    CHECK_FALSE(Unit::parse(text));
  CHECK_FALSE(Unit::parse(std::string(10000, 'm')));
  CHECK_FALSE(Unit::parse(std::string_view("m\0", 2)));
  CHECK_FALSE(Unit::parse("\xff\xfe"));
}

TEST_CASE("powers of units") {
  CHECK(unit("公里").power(2)->to(unit("平方公里"))->operator()(1) == 1);
  CHECK(unit("平方公里").power(0.5)->to(unit("米"))->operator()(1) == 1000);
  CHECK(unit("公顷").power(0.5)->to(unit("米"))->operator()(1) == 100);
  CHECK(unit("千人").power(0.5)->power(2)->to(unit("人"))->operator()(1) == Approx(1000));
  CHECK_FALSE(unit("米").power(0.3));
  CHECK(unit("立方米").power(1.0 / 3)->to(unit("米"))->operator()(1) == 1);
}

TEST_CASE("a unit shows its base units") {
  CHECK(unit("公顷").to_string() == "m^2");
  CHECK(unit("平方米/人").to_string() == "m^2/人");
  CHECK(unit("%").to_string() == "1");
  CHECK(unit("/万人").to_string() == "1/人");
  CHECK(unit("升/人/日").to_string() == "m^3/(s·人)");
  CHECK(unit("人").power(0.5)->to_string() == "人^(1/2)");
}
