// What is known of values that are made of others: formulas of parts, sources, errors, roundings.
#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/tijian.h"
#include "unit/framework/framework_folder.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

/// Farms of parishes: crowded land is that of farms with more than two people an ha.
const char* const farms = R"(tijian: 1
framework: farms
title: Farms
attributes: [{id: parent, title: {en: Parish, zh: 教区}}]
peers: parent
variables:
  - {id: land, title: Land, unit: 公顷}
  - {id: people, title: People, unit: 人, rollup: sum}
  - {id: income, title: Income, unit: 元/人, rollup: {mean: people}}
  - {id: density, title: Density, unit: 人/公顷, rollup: mean, formula: people / land}
  - {id: crowded, title: Crowded, unit: 平方公里, rollup: sum, formula: 'if(density > 2 [人/公顷], land, 0 * land)'}
indicators:
  - {id: i, title: I, unit: 平方公里, formula: crowded}
  - {id: j, title: J, unit: 元/人, formula: income}
)";

struct Farms {
  FrameworkFolder folder;
  Framework framework;
  Loaded<Dataset> data;

  explicit Farms(const std::string& lines, const std::string& name = "d.csv",
                 const ReadOptions& options = {}) {
    folder.with("framework.yaml", farms).with(name, lines);
    framework = load_framework_or_throw(folder.path());
    const std::string path[] = {folder.path(name)};
    data = read_dataset(path, framework, options);
    REQUIRE(data);
  }
  Index row(const char* place) const { return data->rows.find(place, {}); }
  Index column(const char* id) const {
    const int variable = framework.find_variable(id);
    return std::ranges::find(data->columns, variable, &DataColumn::variable) -
           data->columns.begin();
  }
  double at(const char* place, const char* id) const {
    return data->values(row(place), column(id));
  }
  std::string told() const {
    std::string all;
    for (const Diagnostic& one : data.diagnostics)
      all += one.code + ": " + one.message.in("en") + "\n";
    return all;
  }
};

}  // namespace

TEST_CASE("a parish has the land of those of its farms that are crowded") {
  const Farms f(
      "place,Parish,land,people\na,North,100,300\nb,North,50,150\nc,North,80,80\n"
      "d,South,20,60\n");
  CHECK(f.at("a", "crowded") == 1);    // 3 an ha: 100 ha are 1 km2
  CHECK(f.at("b", "crowded") == 0.5);  // 3 an ha
  CHECK(f.at("c", "crowded") == 0);    // 1 an ha
  CHECK(f.at("North", "crowded") == 1.5);
  CHECK(f.at("South", "crowded") == Approx(0.2));
  CHECK(f.at("North", "density") == Approx(7.0 / 3));  // the mean of 3, 3, 1, not 530/230
  CHECK(f.data->parts(f.row("North"), f.column("crowded")) == 3);
  CHECK(f.data->parts(f.row("a"), f.column("crowded")) == Dataset::by_formula);
  CHECK(f.data->parts(f.row("a"), f.column("people")) == 0);
  CHECK(f.told() ==
        "B400: 1 variable(s) of the framework without a column: Income\n"
        "B452: 2 place(s) that are only named as the place above others get a row, "
        "rolled up from the places below: North (3), South (1)\n");
}

TEST_CASE("a whole's own figures do not enter a formula for its parts") {
  const Farms f("place,Parish,land,people,income\nNorth,,1000,900,\na,North,100,900,2\n");
  CHECK(f.at("North", "crowded") == 1);  // not 0, though the parish has 0.9 an ha
  CHECK(f.told().empty());
  const Farms empty("place,Parish,land,people,income\nNorth,,1000,9000,\na,North,100,,2\n");
  CHECK(std::isnan(empty.at("North", "crowded")));
}

TEST_CASE("what is given stays beside a formula, and a difference is told with both") {
  const Farms f(
      "place,Parish,land,people,income,crowded\nNorth,,,,,\na,North,100,300,2,0.9\n"
      "b,North,100,300,2,1.001\n");
  CHECK(f.at("a", "crowded") == 0.9);
  CHECK(f.at("North", "crowded") == Approx(1.901));
  CHECK(f.told() ==
        "B464: 'Crowded' of a is given as 0.9, but 'if(density > 2 [人/公顷], land, 0 * "
        "land)' gives 1\n");
}

TEST_CASE("places with neither parts nor a whole are told where a formula makes their value") {
  const Farms f("place,Parish,land,people,income\na,North,100,300,2\nWest,,500,100,2\n");
  CHECK(f.at("West", "crowded") == 0);
  CHECK(f.told().find("B465: no place above and none below: West; there a formula makes Density, "
                      "Crowded of the place's own figures\n") != std::string::npos);
  const Farms zero("place,Parish,land,people,income\na,North,0,300,2\nb,North,1,1,2\n");
  CHECK(zero.told().find("N500: division by zero in 'people / land': missing, first for a\n") !=
        std::string::npos);
}

TEST_CASE(
    "a value that is made of others has their sources, the least sure and what is synthetic") {
  const Farms f(
      "place,Parish,variable,value,source,confidence\n"
      "a,North,people,2,census,cited\nb,North,people,3,census,cited\n"
      "c,South,people,2,census,cited\nd,South,people,3,letter,uncited-high\n"
      "e,East,people,2,census,cited\ng,East,people,2,,\n"
      "h,West,people,2,model synthetic,cited\nk,West,people,2,census,seed\n"
      "a,North,income,1,weighing,seed\nb,North,income,1,weighing,seed\n");
  const auto source = [&](const char* place, const char* id) {
    const int number = f.data->source(f.row(place), f.column(id));
    REQUIRE(number >= 0);
    const Source& one = f.data->sources[static_cast<std::size_t>(number)];
    return one.text + " | " + one.confidence + (one.synthetic ? " | synthetic" : "");
  };
  CHECK(source("North", "people") == "census | derived-cited");
  CHECK(source("South", "people") == "census; letter | uncited-high");
  CHECK(source("East", "people") == "census | ");
  CHECK(source("West", "people") == "census; model synthetic | derived-seed | synthetic");
  CHECK(source("North", "income") == "census; weighing | derived-seed");  // the weights' too
  const IndicatorTable table = evaluate(f.framework, *f.data, {}, {});
  CHECK(source("a", "people") == "census | cited");  // what is given is as it was
}

TEST_CASE("flags of synthetic and uncited values reach the place that they are rolled up to") {
  const Farms f("place,Parish,land,people,income\na,North,100,300,2\n", "synthetic.csv");
  const IndicatorTable table = evaluate(f.framework, *f.data, {}, {});
  REQUIRE(table.synthetic.size() > 0);
  CHECK(table.synthetic(f.row("North"), 0));
  CHECK(table.synthetic(f.row("North"), 1));
}

TEST_CASE("errors of samples add up by their squares, and one that is not known leaves none") {
  const Farms f(
      "place,Parish,variable,value,standard_error\n"
      "a,North,people,10,3\nb,North,people,30,4\na,North,income,2,1\nb,North,income,4,\n"
      "c,South,people,10,\nd,South,people,30,\nc,South,income,2,0.4\nd,South,income,4,0.4\n");
  const auto error = [&](const char* place, const char* id) {
    return f.data->standard_error(f.row(place), f.column(id));
  };
  CHECK(error("North", "people") == Approx(5));  // sqrt(9 + 16)
  CHECK(std::isnan(error("North", "income")));
  // sqrt((10 x 0.4)^2 + (30 x 0.4)^2)/40 = sqrt(16 + 144)/40
  CHECK(error("South", "income") == Approx(0.316227766));
}

TEST_CASE("roundings of parts, of weights and of what a formula is over bound that of the whole") {
  const Farms f("place,Parish,land,people,income\na,North,10.0,10,2.0\nb,North,20.0,30,4.0\n",
                "d.csv", {.rounding = true});
  const auto rounding = [&](const char* place, const char* id) {
    return f.data->rounding(f.row(place), f.column(id));
  };
  CHECK(rounding("North", "people") == 0);             // whole numbers are exact
  CHECK(rounding("North", "income") == Approx(0.05));  // (10 x 0.05 + 30 x 0.05)/40
  CHECK(rounding("a", "density") == Approx(10 / 9.95 - 1));
  const Farms weighed("place,Parish,land,people,income\na,North,1,1.5,2\nb,North,1,4.5,4\n",
                      "d.csv", {.rounding = true});
  // The mean is (1.5 x 2 + 4.5 x 4)/6 = 3.5; 0.05 of each weight shifts it by (1.5 + 0.5) x 0.05/6.
  CHECK(weighed.data->rounding(weighed.row("North"), weighed.column("income")) == Approx(0.1 / 6));
}
