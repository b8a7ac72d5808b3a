#include "dataset/binding.h"

#include "unit/dataset/sample.h"

using namespace tijian;
using namespace tijian::test;

TEST_CASE("a variable comes before an indicator of the same title") {
  Framework f = framework();
  f.indicators[0].title = f.variables[0].title;
  const auto answer = dataset::Binder(f).bind("常住人口", {}, {});
  REQUIRE(answer.binding);
  CHECK(answer.binding->variable == 0);
}

TEST_CASE("an id comes before a title") {
  Framework f = framework();
  f.variables[1].title = Text{"population"};
  const auto answer = dataset::Binder(f).bind("population", {}, {});
  REQUIRE(answer.binding);
  CHECK(answer.binding->variable == 0);
}

TEST_CASE("an ambiguous title is an error naming both") {
  Framework f = framework();
  f.variables[1].title = f.variables[0].title;
  const auto answer = dataset::Binder(f).bind("常住人口", {}, {});
  REQUIRE(answer.fault);
  CHECK(answer.fault->code == "B403");
  CHECK(answer.fault->message.in("en") ==
        "'常住人口' is the title of several: population, green_area");
}

TEST_CASE("brackets that belong to the title, and columns that only look alike") {
  Framework f = framework();
  f.variables[1].title = Text{"Sample", "人口数(抽样)"};
  f.variables[1].unit = "人";
  const dataset::Binder binder(f);
  CHECK(binder.bind("人口数(抽样)", {}, {}).binding->variable == 1);
  CHECK(binder.bind("人口数（抽样）(万人)", {}, {}).binding->conversion(1) == 10000);
  const auto women = binder.bind("常住人口(女)", {}, {});  // another column, not a unit
  CHECK_FALSE(women.binding);
  CHECK_FALSE(women.fault);
}

TEST_CASE("units that nobody knows or that do not fit, citing the framework too") {
  const auto unknown = read_text("place,常住人口 [某某]\n甲,1\n");
  CHECK(codes(unknown) == "B404@1:2");
  const auto other = read_text("place,常住人口 [公顷]\n甲,1\n");
  CHECK(codes(other) == "B405@1:2");
  REQUIRE(other.diagnostics[0].also.size() == 1);
  CHECK(other.diagnostics[0].also[0].file == "variables.yaml");
}

TEST_CASE("two columns for one variable") {
  const auto data = read_text("place,常住人口,population\n甲,1,1\n");
  CHECK(codes(data) == "B406@1:3");
  REQUIRE(data.diagnostics[0].also.size() == 1);
  CHECK(data.diagnostics[0].also[0].column == 2);
}

TEST_CASE("variables without a column and columns that belong to nothing are listed") {
  const auto data = read_text("place,population,gdq,天气,title\n甲,1,2,3,4\n");
  REQUIRE(data);
  REQUIRE(data.diagnostics.size() == 2);
  CHECK(data.diagnostics[0].code == "B401");
  CHECK(data.diagnostics[0].where.column == 3);
  CHECK(data.diagnostics[0].message.in("en") ==
        "2 name(s) that belong to nothing in the framework: 'gdq' (did you mean 'gdp'?), '天气'");
  CHECK(data.diagnostics[1].code == "B400");
  CHECK(data.diagnostics[1].message.in("en") ==
        "4 variable(s) of the framework without a column: Park area, Coverage share, Ratio, Gross "
        "domestic product");
  CHECK(data.diagnostics[1].also[0].file == "framework.yaml");
}

TEST_CASE("option --strict makes both errors") {
  const auto data = read_text("place,population,gdq\n甲,1,2\n", {.strict = true});
  CHECK_FALSE(data);
  CHECK(data.diagnostics[0].severity == Severity::error);
  CHECK(data.diagnostics[1].severity == Severity::error);
}

TEST_CASE("a long list of variables is cut") {
  Framework f = framework();
  for (int i = 0; i < 20; ++i) {
    f.variables.push_back(variable("v" + std::to_string(i), "", "", "1"));
    f.indicators.push_back(indicator_of(f, f.variables.back().id));
  }
  const Folder folder;
  const std::vector<std::string> paths{
      folder.file("a.csv", "place,population,green_area,share,ratio,gdp\n甲,1,1,1,1,1\n")};
  const auto data = read_dataset(paths, f);
  REQUIRE(data.diagnostics.size() == 1);
  CHECK(data.diagnostics[0].message.in("en") ==
        "20 variable(s) of the framework without a column: v0, v1, v2, v3, v4, v5, v6, v7, v8, v9 "
        "... "
        "and 10 more");
}

TEST_CASE("no column fits at all: an error with the likeliest titles") {
  const auto data = read_text("place,人口,生产总值\n甲,1,2\n");
  CHECK_FALSE(data);
  CHECK(codes(data) == "B402@1");
  CHECK(data.diagnostics[0].expected.in("en") == "ids or titles such as 常住人口, 地区生产总值");
}

TEST_CASE("variables of an indicator that is given itself are not missed") {
  Framework f = framework();
  const Folder folder;
  const std::vector<std::string> paths{
      folder.file("a.csv", "place,gdp_indicator,population,share_indicator,ratio\n甲,1,1,1,1\n")};
  const auto data = read_dataset(paths, f);
  REQUIRE(data.diagnostics.size() == 1);
  CHECK(data.diagnostics[0].message.in("en") ==
        "1 variable(s) of the framework without a column: Park area");
}
