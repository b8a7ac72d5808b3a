#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "formula/formula.h"
#include "model/series_breaks.h"
#include "tijian/indicator_table.h"

using namespace tijian;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Spec {
  std::string id, unit, formula;
};

Framework framework(const std::vector<std::pair<std::string, std::string>>& variables,
                    const std::vector<Spec>& indicators) {
  Framework out;
  std::vector<formula::FormulaVariable> known;
  for (const auto& [id, unit] : variables) {
    out.variables.emplace_back();
    out.variables.back().id = id;
    out.variables.back().unit = unit;
    known.push_back({id, formula::Unit::parse(unit)});
  }
  for (const auto& [id, unit, formula] : indicators) {
    Indicator indicator;
    indicator.id = id;
    indicator.unit = unit;
    indicator.formula = formula;
    indicator.where = {"f.yaml", 3, 1};
    std::vector<Diagnostic> diagnostics;
    indicator.compiled =
        formula::Formula::compile(formula, known, formula::Unit::parse(unit), {}, id, diagnostics);
    for (const Diagnostic& d : diagnostics) UNSCOPED_INFO(to_string(d));
    REQUIRE(indicator.compiled);
    out.indicators.push_back(std::move(indicator));
  }
  out.nodes.push_back({"index", "index", 1, -1, {}, -1, 1, {}, {}, {}});
  for (int j = 0; j < static_cast<int>(out.indicators.size()); ++j) {
    out.nodes.push_back({out.indicators[j].id, {}, 1, 0, {}, j, 0, {}, {}, {}});
    out.nodes[0].children.push_back(j + 1);
  }
  return out;
}

/// Rows of one place "p" in the years from 2015 on.
Rows years(int count) {
  Rows rows;
  rows.places = {"p"};
  for (int i = 0; i < count; ++i) {
    rows.place.push_back(0);
    rows.period.push_back({2015 + i, Period::Part::year, 0});
  }
  return rows;
}

/// A dataset whose columns are the variables 0, 1, ...
Dataset dataset(const std::vector<std::vector<double>>& columns) {
  Dataset data;
  const int rows = static_cast<int>(columns[0].size());
  data.rows = years(rows);
  data.values.resize(rows, static_cast<int>(columns.size()));
  for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
    data.columns.push_back({c, -1, {"d.csv", 1, c + 3}});
    for (int r = 0; r < rows; ++r) data.values(r, c) = columns[c][r];
  }
  return data;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// The values of a formula of plain variables x, y, z.
std::vector<double> values(const std::string& formula, std::vector<double> x,
                           std::vector<double> y = {}, std::vector<double> z = {}) {
  y.resize(x.size(), none);
  z.resize(x.size(), none);
  const auto f = framework({{"x", "1"}, {"y", "1"}, {"z", "1"}}, {{"i", "1", formula}});
  const IndicatorTable table = evaluate(f, dataset({x, y, z}));
  return {table.values.data(), table.values.data() + table.values.size()};
}

double value(const std::string& formula, double x = none, double y = none, double z = none) {
  return values(formula, {x}, {y}, {z})[0];
}

}  // namespace

TEST_CASE("arithmetic and its order") {
  CHECK(value("1 + 2 * 3") == 7);
  CHECK(value("(1 + 2) * 3") == 9);
  CHECK(value("10 - 4 - 3") == 3);
  CHECK(value("24 / 4 / 3") == 2);
  CHECK(value("-2 ^ 2") == -4);
  CHECK(value("2 ^ -1") == 0.5);
  CHECK(value("2 ^ 3 ^ 2") == 512);
  CHECK(value("- - 3") == 3);
  CHECK(value("2 * -3") == -6);
  CHECK(value("1 + 1 > 1") == 1);
  CHECK(value("-1 < 0 - 2") == 0);
  CHECK(value("x - y", 5, 7) == -2);
  CHECK(value("1.5e2 + .5") == 150.5);
}

TEST_CASE("functions over their arguments") {
  CHECK(value("sum(x, y, z)", 1, 2, 4) == 7);
  CHECK(value("mean(x, y, z, 5)", 1, 2, 4) == 3);
  CHECK(value("min(x, y, z)", 3, 1, 2) == 1);
  CHECK(value("max(x, y, z)", 3, 1, 2) == 3);
  CHECK(value("abs(x)", -3) == 3);
  CHECK(value("exp(0) + log(1)") == 1);
  CHECK(value("log(x)", std::exp(2.0)) == Approx(2).epsilon(1e-15));
  CHECK(value("sqrt(x)", 9) == 3);
  CHECK(value("clip(x, 0, 10)", 12) == 10);
  CHECK(value("clip(x, 0, 10)", -1) == 0);
  CHECK(value("clip(x, 0, 10)", 7) == 7);
  CHECK(value("if(x >= 2, 10, 20)", 2) == 10);
  CHECK(value("if(x > 2, 10, 20)", 2) == 20);
  CHECK(values("x == y", {1, 2}, {1, 1}) == std::vector<double>{1, 0});
  CHECK(values("x != y", {1, 2}, {1, 1}) == std::vector<double>{0, 1});
  CHECK(values("x <= y", {1, 2}, {1, 1}) == std::vector<double>{1, 0});
}

TEST_CASE("missing goes through everything") {
  for (const char* formula :
       {"x + y",         "y - x",       "x * y",           "y / x",           "x ^ y",
        "1 ^ y",         "y ^ 0",       "x < y",           "y == y",          "y != x",
        "sum(x, y)",     "mean(y, x)",  "min(x, y)",       "max(y, x)",       "abs(y)",
        "log(y)",        "exp(y)",      "sqrt(y)",         "clip(y, 0, 1)",   "clip(x, y, 1)",
        "clip(x, 0, y)", "if(y, 1, 2)", "if(x > 0, x, y)", "if(x > 0, y, x)", "-y",
        "0 * y",         "lag(x, 1)",   "at(x, 1999)",     "change(x)"}) {
    CAPTURE(formula);
    CHECK(std::isnan(value(formula, 1, none)));
  }
}

TEST_CASE("units convert between variables and to the indicator") {
  const auto f = framework({{"green", "公顷"},
                            {"people", "万人"},
                            {"built", "平方公里"},
                            {"rate", "%"},
                            {"gdp", "亿元"}},
                           {{"per_head", "平方米/人", "green / people"},
                            {"share", "%", "green / built"},
                            {"rest", "%", "1 - rate"},
                            {"more", "公顷", "green + built"},
                            {"output", "元/人", "gdp / people"},
                            {"bigger", "1", "built > green"},
                            {"side", "公里", "sqrt(built)"}});
  // 4800 ha of 400 km2; 344.9 * 10^4 people; 25 %; 7617.8 * 10^8 yuan
  const auto table = evaluate(f, dataset({{4800}, {344.9}, {400}, {25}, {7617.8}}));
  CHECK(table.values(0, 0) == Approx(4800e4 / 344.9e4).epsilon(1e-15));
  CHECK(table.values(0, 1) == 12);
  CHECK(table.values(0, 2) == 75);
  CHECK(table.values(0, 3) == 44800);
  CHECK(table.values(0, 4) == Approx(7617.8e8 / 344.9e4).epsilon(1e-15));
  CHECK(table.values(0, 5) == 1);
  CHECK(table.values(0, 6) == 20);
  CHECK(table.diagnostics.empty());
}

TEST_CASE("other years are found by place and year, in any order of rows") {
  const auto f = framework({{"x", "1"}}, {{"back", "1", "lag(x, 2)"},
                                          {"base", "1", "at(x, 2016)"},
                                          {"change", "1", "change(x)"},
                                          {"change_of_lag", "1", "change(lag(x, 1))"},
                                          {"ratio", "%", "1 - x / at(x, 2015)"}});
  Dataset data = dataset({{10, 20, 40, 80, 160, 7}});
  data.rows.places = {"p", "q"};
  data.rows.place = {0, 0, 0, 0, 1, 0};
  const int year[] = {2018, 2015, 2016, 2017, 2016, 2020};
  for (int r = 0; r < 6; ++r) data.rows.period[r].year = year[r];
  const auto table = evaluate(f, data);
  // p: 2015: 20, 2016: 40, 2017: 80, 2018: 10, 2020: 7; q: 2016: 160
  const double expected[6][5] = {{40, 40, -70, 40, 50},         {none, 40, none, none, 0},
                                 {none, 40, 20, none, -100},    {20, 40, 40, 20, -300},
                                 {none, 160, none, none, none}, {10, 40, none, none, 65}};
  for (int r = 0; r < 6; ++r)
    for (int j = 0; j < 5; ++j) {
      CAPTURE(r, j);
      CHECK(same(table.values(r, j), expected[r][j]));
    }
  CHECK(table.diagnostics.empty());
}

TEST_CASE("what has no value is missing, with one counted warning") {
  const auto warnings = [](const std::string& formula, std::vector<double> x) {
    const auto f = framework({{"x", "1"}}, {{"i", "1", formula}});
    const auto table = evaluate(f, dataset({x}));
    CHECK(std::isnan(table.values(1, 0)));
    REQUIRE(table.diagnostics.size() == 1);
    CHECK(table.diagnostics[0].severity == Severity::warning);
    CHECK(table.diagnostics[0].in == "i");
    return std::pair(table.diagnostics[0].code, table.diagnostics[0].count);
  };
  using Warning = std::pair<std::string, long>;
  CHECK(warnings("1 / x", {1, 0, 0, 5, none}) == Warning{"N500", 2});
  CHECK(warnings("x / x", {1, 0}) == Warning{"N500", 1});
  CHECK(warnings("x ^ -1", {1, 0}) == Warning{"N500", 1});
  CHECK(warnings("log(x)", {1, 0, -1, none}) == Warning{"N501", 2});
  CHECK(warnings("sqrt(x)", {0, -1e-300}) == Warning{"N502", 1});
  CHECK(warnings("exp(x)", {1, 1000}) == Warning{"N503", 1});
  CHECK(warnings("x * 1e300", {1, 1e10}) == Warning{"N503", 1});
  CHECK(warnings("x + x", {1, 1.7e308}) == Warning{"N503", 1});
  CHECK(warnings("x / 1e-300", {1, 1e10}) == Warning{"N503", 1});
  CHECK(warnings("x ^ 0.5", {1, -4}) == Warning{"N505", 1});
  CHECK(warnings("if(x > 0, 1 / x, 0)", {1, 0}) == Warning{"N500", 1});
}

TEST_CASE("a warning names the formula and the first row") {
  const auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "1", "x / y"}});
  const auto table = evaluate(f, dataset({{1, 1, 1}, {1, 0, 0}}));
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(to_string(table.diagnostics[0]) ==
        "f.yaml:3:1: warning[N500]: division by zero in 'x / y': missing, first for p 2016 (2 "
        "times)\n   in:       i\n   hint:     where the 0 stands for 'not known', leave the cell "
        "empty");
}

TEST_CASE("quarters and months have no year before") {
  const auto f = framework({{"x", "1"}}, {{"i", "1", "lag(x, 1)"}});
  Dataset data = dataset({{1, 2, 3}});
  data.rows.period[2] = {2016, Period::Part::quarter, 1};
  const auto table = evaluate(f, data);
  CHECK(table.values(1, 0) == 1);
  CHECK(std::isnan(table.values(2, 0)));
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(table.diagnostics[0].code == "N504");
  CHECK(table.diagnostics[0].count == 1);
}

TEST_CASE("a value given directly serves where the formula gives none") {
  const auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "%", "x / y"}});
  Dataset data = dataset({{1, none, 1, 3, none}, {4, 4, 0, 4, 4}, {25.1, 30, 40, 76, none}});
  data.columns[2] = {-1, 0, {"d.csv", 1, 5}};
  const auto table = evaluate(f, data);
  const double expected[] = {25, 30, 40, 75, none};
  for (int r = 0; r < 5; ++r) CHECK(same(table.values(r, 0), expected[r]));
  REQUIRE(table.diagnostics.size() == 1);  // 25.1 is within 0.5 % of 25; x/0 was made up for
  CHECK(to_string(table.diagnostics[0]) ==
        "d.csv:1:5: warning[B450]: 'i' is given as 76, but 'x / y' gives 75, first for p 2018\n"
        "   in:       i\n"
        "   expected: values that differ by 0.5 % at most\n"
        "   hint:     the value of the formula is used\n"
        "   also:     d.csv:1:3\n"
        "   also:     d.csv:1:4");
}

TEST_CASE("a formula without columns leaves the field to the direct value") {
  const auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "1", "x / y"}, {"j", "1", "y"}});
  Dataset data = dataset({{7, 8}});
  data.columns[0] = {-1, 0, {}};
  const auto table = evaluate(f, data);
  CHECK(table.values(1, 0) == 8);
  CHECK(std::isnan(table.values(1, 1)));
}

TEST_CASE("only_for") {
  auto f = framework({{"x", "1"}}, {{"i", "1", "1 / x"}, {"j", "1", "x"}});
  Dataset data = dataset({{0, 0, 2, 0}});
  CHECK(evaluate(f, data).applicable.size() == 0);
  f.indicators[0].only_for["type"] = {"district", "town"};
  CHECK(evaluate(f, data).applicable.array().all());  // no such column: restricts nothing
  data.rows.attributes = {{"type", {"district", "street"}, {0, 1, 1, -1}}};
  const auto table = evaluate(f, data);
  const bool expected[] = {true, false, false, false};
  for (int r = 0; r < 4; ++r) {
    CHECK(table.applicable(r, 0) == expected[r]);
    CHECK(table.applicable(r, 1));
  }
  CHECK(table.values(2, 0) == 0.5);  // shown, not scored
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(table.diagnostics[0].count == 1);  // only where it applies
}

TEST_CASE("synthetic and uncited sources mark what they went into") {
  const auto f = framework({{"x", "1"}, {"y", "1"}},
                           {{"i", "1", "x + y"}, {"j", "1", "y"}, {"k", "1", "lag(x, 1)"}});
  Dataset data = dataset({{1, 2, 3, none}, {5, 6, 7, 8}, {none, none, none, 9}});
  data.columns[2] = {-1, 0, {}};
  CHECK(evaluate(f, data).synthetic.size() == 0);
  data.sources = {{"a", "cited", false}, {"b", "uncited-high", false}, {"c", "", true}};
  data.source.assign(4, 3, -1);
  data.source(0, 0) = 2;
  data.source(1, 1) = 1;
  data.source(2, 0) = 0;
  data.source(3, 2) = 2;
  const auto table = evaluate(f, data);
  const bool synthetic[4][3] = {{true, false, false}, {false, false, true}, {}, {true}};
  const bool uncited[4][3] = {{}, {true, true}, {}, {}};
  for (int r = 0; r < 4; ++r)
    for (int j = 0; j < 3; ++j) {
      CAPTURE(r, j);
      CHECK(table.synthetic(r, j) == synthetic[r][j]);
      CHECK(table.uncited(r, j) == uncited[r][j]);
    }
}

TEST_CASE("standard errors belong to values taken as they are") {
  const auto f = framework({{"x", "%"}, {"y", "1"}}, {{"i", "1", "x"}, {"j", "1", "x + y"}});
  Dataset data = dataset({{50, none}, {1, 1}, {0.3, 0.4}});
  data.columns[2] = {-1, 0, {}};
  data.standard_error.assign(2, 3, none);
  data.standard_error(0, 0) = 4;
  data.standard_error(1, 2) = 0.02;
  const auto table = evaluate(f, data);
  CHECK(table.standard_error(0, 0) == 0.04);
  CHECK(table.standard_error(1, 0) == 0.02);
  CHECK(std::isnan(table.standard_error(0, 1)));
}

TEST_CASE("a dataset that is the table already is taken over, not copied") {
  const auto f = framework({{"x", "1"}, {"y", "%"}, {"z", "1"}},
                           {{"x", "1", "x"}, {"r", "1", "z / x"}, {"y", "%", "y"}});
  Dataset data = dataset({{1, none}, {2, 5}, {3, 6}});
  data.columns[1] = {-1, 1, {}};
  data.columns[2] = {1, -1, {}};
  data.sources = {{"s", "", true}};
  data.source.assign(2, 3, 0);
  data.fingerprint = 1;  // as the reader leaves it, which reads no infinities
  const auto copied = evaluate(f, data);
  const double* memory = data.values.data();
  const auto moved = evaluate(f, std::move(data));
  CHECK(moved.values.data() == memory);
  CHECK(moved.rows.size() == 2);
  REQUIRE(copied.values.rows() == 2);
  for (int r = 0; r < 2; ++r)
    for (int j = 0; j < 3; ++j) {
      CHECK(same(moved.values(r, j), copied.values(r, j)));
      CHECK(moved.synthetic(r, j) == copied.synthetic(r, j));
    }
}

TEST_CASE("blocks and tasks join without a seam") {
  const int rows = 200000;
  std::vector<double> x(rows), y(rows);
  for (int r = 0; r < rows; ++r) {
    x[r] = r;
    y[r] = r % 1000 == 999 ? 0 : 2;
  }
  const auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "1", "x / y"}, {"j", "1", "x + 1"}});
  Dataset data = dataset({x, y});
  for (int r = 0; r < rows; ++r) data.rows.period[r] = {};
  data.rows.places.assign(rows, "q");
  for (int r = 0; r < rows; ++r) data.rows.place[r] = r;
  const auto table = evaluate(f, std::move(data));
  long wrong = 0;
  for (int r = 0; r < rows; ++r) {
    wrong += !same(table.values(r, 0), r % 1000 == 999 ? none : r / 2.0);
    wrong += table.values(r, 1) != r + 1;
  }
  CHECK(wrong == 0);
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(table.diagnostics[0].count == 200);
}

TEST_CASE("nothing to evaluate") {
  const auto f = framework({{"x", "1"}}, {{"i", "1", "x"}});
  Dataset data = dataset({{}});
  CHECK(evaluate(f, data).values.rows() == 0);
  data = dataset({{1, 2}});
  data.columns.clear();
  data.values.resize(2, 0);
  CHECK(evaluate(framework({}, {}), data).values.cols() == 0);
}

TEST_CASE("a number with a unit is compared and added in it") {
  const Framework f =
      framework({{"population", "人"}, {"area", "公顷"}},
                {{"dense", "公顷", "if(population / area > 1.5 [万人/平方公里], area, 0 * area)"},
                 {"more", "平方公里", "area + 50 [公顷]"}});
  // 20,000 and 10,000 people on 1 km2
  const IndicatorTable table = evaluate(f, dataset({{20000, 10000}, {100, 100}}));
  CHECK(table.values(0, 0) == 100);
  CHECK(table.values(1, 0) == 0);
  CHECK(table.values(0, 1) == Approx(1.5));
}

TEST_CASE("a computed value outside its range is told, where the indicator applies") {
  auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "%", "x / y"}});
  f.indicators[0].range = {0, 100};
  f.indicators[0].only_for = {{"kind", {"a"}}};
  Dataset data = dataset({{1, 3, 5, 7}, {1, 2, 2, 2}});
  data.rows.attributes = {{"kind", {"a", "b"}, {0, 0, 1, 0}}};
  auto table = evaluate(f, data);
  CHECK(table.values(1, 0) == 150);
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(table.diagnostics[0].code == "N511");
  CHECK(table.diagnostics[0].count == 2);
  CHECK(table.diagnostics[0].severity == Severity::warning);
  CHECK(table.diagnostics[0].message.in("en") ==
        "'i' comes to 150 % for p 2016: outside its plausible range");
  table = evaluate(f, data, {.threads = 1, .strict = true});
  CHECK(table.diagnostics[0].severity == Severity::error);
}

TEST_CASE("values outside their range mark what they went into") {
  auto f = framework({{"x", "1"}, {"y", "1"}},
                     {{"i", "1", "x + y"}, {"j", "1", "y"}, {"k", "1", "lag(x, 1)"}});
  f.variables[0].range = {0, 10};
  f.indicators[1].range = {0, 5};
  // p 2015 to 2018; x is out in 2016, which k sees in 2017; y, and so j, in 2018.
  Dataset data = dataset({{1, 20, 3, 4}, {1, 1, 1, 6}});
  const bool marked[4][3] = {{}, {true}, {false, false, true}, {false, true}};
  const auto check_marks = [&](const IndicatorTable& table) {
    for (int r = 0; r < 4; ++r)
      for (int j = 0; j < 3; ++j) {
        CAPTURE(r, j);
        CHECK(table.implausible(r, j) == marked[r][j]);
      }
  };
  check_marks(evaluate(f, data));
  f.variables[0].range = {};
  f.indicators[1].range = {};
  CHECK(evaluate(f, data).implausible.empty());
}

TEST_CASE("a table that is taken over is marked too") {
  auto f = framework({{"x", "1"}}, {{"x", "1", "x"}});
  f.variables[0].range = {0, 10};
  Dataset data = dataset({{1, 20, 3}});
  data.fingerprint = 1;
  const double* memory = data.values.data();
  const auto table = evaluate(f, std::move(data));
  REQUIRE(table.values.data() == memory);
  CHECK_FALSE(table.implausible(0, 0));
  CHECK(table.implausible(1, 0));
}

TEST_CASE("a plan's baseline that the data of its year contradict is told") {
  auto f = framework({{"x", "1"}}, {{"x", "1", "x"}});
  f.indicators[0].plan = Plan{YearValue{2016, 20}, YearValue{2035, 30}, "district"};
  const auto told = [&](double value, std::vector<std::string> parents = {}) {
    Dataset data = dataset({{1, value, 3}});
    if (!parents.empty()) data.rows.attributes = {{"parent", parents, {0, 0, 0}}};
    const auto table = evaluate(f, data);
    return table.diagnostics.empty() ? "" : table.diagnostics[0].message.in("en");
  };
  CHECK(told(22) ==
        "the plan's baselines and the data of their years differ: x 20 in the plan, 22 in the data "
        "(p 2016)");
  CHECK(told(20.09) == "");  // within 0.5 %, as published figures are rounded
  CHECK(told(20.2) != "");
  CHECK(told(22, {"city"}) == "");  // it is the plan of the place above
  f.indicators[0].plan->scope = "national";
  CHECK(told(22) == "");
}

TEST_CASE("a series breaks where the indicator says so, or a variable that goes into it") {
  auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "1", "x / y"}, {"j", "1", "x"}});
  f.indicators[0].breaks = {2010};
  f.variables[1].breaks = {2020};
  CHECK(model::breaks_of(f, 0) == std::vector<int>{2010, 2020});
  CHECK(model::breaks_of(f, 1).empty());
}

TEST_CASE("what was told when it was read is not told again") {
  auto f = framework({{"x", "1"}, {"y", "1"}}, {{"i", "1", "x"}, {"j", "1", "y"}});
  f.indicators[0].range = f.indicators[1].range = f.variables[0].range = {0, 1};
  Dataset data = dataset({{2, 1}, {2, 1}});
  const auto told = [&] {
    std::string all;
    for (const Diagnostic& one : evaluate(f, data).diagnostics) all += one.code + one.in + " ";
    Dataset moved = data;
    std::string again;
    for (const Diagnostic& one : evaluate(f, std::move(moved)).diagnostics)
      again += one.code + one.in + " ";
    CHECK(all == again);
    return all;
  };
  CHECK(told() == "N511i N511j ");  // a program's data: nobody read them
  data.fingerprint = 1;
  CHECK(told() == "N511j ");  // x has the same range, y has none
  f.indicators[0].range = {0, 1.5};
  CHECK(told() == "N511j ");  // 2 is outside of either
  f.variables[0].range = {0, 3};
  CHECK(told() == "N511i N511j ");  // not that of its variable
  f.variables[0].range = {0, 1};
  f.indicators[0].range = {0, 1};
  data.columns[1] = {-1, 1, {}};
  CHECK(told().empty());  // j is given
}
