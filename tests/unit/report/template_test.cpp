#include <catch2/catch.hpp>

#include "tijian/report/template_sheet.h"
#include "unit/report/sample.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

Framework asking() {
  Framework framework = *town();
  framework.variables.resize(2);
  framework.variables[0].definition = {"At year's end, \"resident\"", "年末,常住"};
  return framework;
}

}  // namespace

TEST_CASE(
    "the sheet has a byte order mark, a row a place and variable, and value and source to fill "
    "in") {
  CHECK(report::template_sheet(asking(), {{"老城", "新城"}, "2022"}, nullptr, {true}) ==
        "\xEF\xBB\xBF评价单元,时期,变量,名称,单位,定义,保管部门,数值,来源\r\n"
        "老城,2022,population,常住人口规模,万人,\"年末,常住\",统计局,,\r\n"
        "老城,2022,land,建设用地净减量,公顷,,统计局,,\r\n"
        "新城,2022,population,常住人口规模,万人,\"年末,常住\",统计局,,\r\n"
        "新城,2022,land,建设用地净减量,公顷,,统计局,,\r\n");
}

TEST_CASE("attributes of places get a column, and quotes are doubled") {
  Framework framework = asking();
  framework.attributes = {"zone"};
  framework.variables.resize(1);
  CHECK(report::template_sheet(framework, {{"Old"}, ""}, nullptr, {false}) ==
        "\xEF\xBB\xBFplace,period,zone,variable,title,unit,definition,keeper,value,source\r\n"
        "Old,,,population,Population,万人,\"At year's end, \"\"resident\"\"\",统计局,,\r\n");
}

TEST_CASE("a keeper gets its own variables only") {
  const Framework framework = *town();
  CHECK(report::keepers(framework) == std::vector<std::string>{"统计局", "园林局"});
  const std::string keeper = "园林局";
  CHECK(report::template_sheet(framework, {{"老城"}, "2022"}, &keeper, {true}) ==
        "\xEF\xBB\xBF评价单元,时期,变量,名称,单位,定义,保管部门,数值,来源\r\n"
        "老城,2022,park,公园服务覆盖率,%,,园林局,,\r\n");
}

TEST_CASE("a variable without a keeper belongs to that of the indicator which is that variable") {
  Framework framework = *town();
  framework.variables[0].keeper.clear();
  framework.indicators[0].keeper = "发改委";
  CHECK(report::keeper_of(framework, framework.variables[0]) == "发改委");
}

TEST_CASE("places of the framework's list are filled in, with titles in the reader's language") {
  Framework framework = asking();
  framework.variables.resize(1);
  framework.attributes = {"zone", "note"};
  framework.attributes[0].title = {"Zone", "分区"};
  framework.attributes[0].values = {{"core", {"Core", "核心区"}}};
  framework.places = {{"老城", {"Old"}, {{"zone", "core"}, {"note", "n"}}}, {"新城"}};
  const std::string head = "\xEF\xBB\xBF";
  const std::string rest = "常住人口规模,万人,\"年末,常住\",统计局,,\r\n";
  CHECK(report::template_sheet(framework, {{}, "2022"}, nullptr, {true}) ==
        head + "评价单元,时期,分区,note,变量,名称,单位,定义,保管部门,数值,来源\r\n" +
            "老城,2022,核心区,n,population," + rest + "新城,2022,,,population," + rest);
  const std::string one = report::template_sheet(framework, {{"old"}, ""}, nullptr, {false});
  CHECK(one.find("\r\n老城,,Core,n,population,Population,") != one.npos);
  CHECK(one.find("新城") == one.npos);
}
