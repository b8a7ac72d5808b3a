#include <catch2/catch.hpp>

#include "report/template_rows.h"
#include "tijian/keeper.h"
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

/// The ids of what a place is asked for.
std::vector<std::string> asked_of(const Framework& framework, const std::string& place) {
  std::vector<std::string> ids;
  const report::TemplateRows sheet =
      report::template_rows(framework, {{place}, "2022"}, nullptr, {false});
  for (const report::TemplateRow& row : sheet.rows)
    ids.push_back(framework.variables[static_cast<std::size_t>(row.variable)].id);
  return ids;
}

/// The names of the columns that are a department's to fill in.
std::vector<std::string> open_columns(const Framework& framework,
                                      const report::SheetOptions& options) {
  const report::TemplateRows sheet = report::template_rows(framework, options, nullptr, {false});
  std::vector<std::string> names;
  for (int column = 0; column <= sheet.source(); ++column)
    if (sheet.open(sheet.rows.front(), column))
      names.push_back(sheet.header[static_cast<std::size_t>(column)]);
  return names;
}

/// Two places, of which only one is a core, and four variables, of which indicators use two.
Framework core_and_edge() {
  Framework framework = asking();
  framework.indicators.resize(2);  // of which each is its variable
  framework.attributes = {"zone"};
  framework.places = {{"老城", {}, {{"zone", "core"}}}, {"新城", {}, {{"zone", "edge"}}}};
  for (const char* id : {"weight", "sample"}) {
    framework.variables.push_back(framework.variables[0]);
    framework.variables.back().id = id;
  }
  for (Indicator& indicator : framework.indicators) indicator.only_for = {{"zone", {"core"}}};
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
  CHECK(keepers(framework) == std::vector<std::string>{"统计局", "园林局"});
  const std::string keeper = "园林局";
  CHECK(report::template_sheet(framework, {{"老城"}, "2022"}, &keeper, {true}) ==
        "\xEF\xBB\xBF评价单元,时期,变量,名称,单位,定义,保管部门,数值,来源\r\n"
        "老城,2022,park,公园服务覆盖率,%,,园林局,,\r\n");
}

TEST_CASE("a variable without a keeper belongs to that of the indicator which is that variable") {
  Framework framework = *town();
  framework.variables[0].keeper.clear();
  framework.indicators[0].keeper = "发改委";
  CHECK(keeper_of(framework, framework.variables[0]) == "发改委");
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

TEST_CASE("what is not of the place's own list is theirs to fill in where it is not given") {
  Framework framework = asking();
  framework.attributes = {"zone"};
  using Names = std::vector<std::string>;
  CHECK(open_columns(framework, {}) == Names{"place", "period", "zone", "value", "source"});
  CHECK(open_columns(framework, {{"Old"}, "2022"}) == Names{"zone", "value", "source"});
  framework.places = {{"Old", {}, {}}};  // without a zone: the list says so
  CHECK(open_columns(framework, {{}, "2022"}) == Names{"value", "source"});
  CHECK(open_columns(framework, {}) == Names{"period", "value", "source"});
}

TEST_CASE("parts are asked for what is rolled up to a place that needs it, and that place is not") {
  using Ids = std::vector<std::string>;
  Framework framework = core_and_edge();
  framework.indicators[1].only_for = framework.indicators[0].only_for;  // 新城 needs nothing itself
  framework.places[framework.find_place("新城")].parent = "老城";
  CHECK(asked_of(framework, "新城").empty());
  framework.variables[1].rollup = {Rollup::By::mean, "weight"};  // of land
  CHECK(asked_of(framework, "老城") == Ids{"population"});
  CHECK(asked_of(framework, "新城") == Ids{"land", "weight"});
}

TEST_CASE("a place is asked for what something that applies to it is made of, and for no more") {
  using Ids = std::vector<std::string>;
  Framework framework = core_and_edge();
  CHECK(asked_of(framework, "老城") == Ids{"population", "land"});
  CHECK(asked_of(framework, "新城").empty());
  framework.indicators[1].only_for.clear();
  CHECK(asked_of(framework, "新城") == Ids{"land"});
  framework.indicators[1].interval = IntervalRule{"sample"};
  CHECK(asked_of(framework, "新城") == Ids{"land", "sample"});
  framework.variables[1].rollup = {Rollup::By::mean, "weight"};  // of land
  CHECK(asked_of(framework, "新城") == Ids{"land", "weight", "sample"});
  framework.diagnosis.context = {"population", "none such"};
  CHECK(asked_of(framework, "新城") == Ids{"population", "land", "weight", "sample"});
}
