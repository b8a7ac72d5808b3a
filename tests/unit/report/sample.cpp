#include "unit/report/sample.h"

#include "formula/formula.h"
#include "tijian/missing.h"
#include "value_choices.h"

namespace tijian_tests {
namespace {

using namespace tijian;

Indicator indicator(std::string id, Text title, std::string unit, Direction direction,
                    Choice score) {
  Indicator i;
  i.id = i.formula = std::move(id);
  i.title = std::move(title);
  i.unit = std::move(unit);
  i.direction = direction;
  i.score = std::move(score);
  return i;
}

std::vector<Indicator> indicators() {
  std::vector<Indicator> all{indicator("population", {"Population", "常住人口规模"}, "万人",
                                       Direction::lower, cap_score(333.4, 33.34)),
                             indicator("land", {"Land given back", "建设用地净减量"}, "公顷",
                                       Direction::higher, linear_score(0, 100)),
                             indicator("pm25", {"PM2.5", "PM2.5年均浓度"}, "微克/立方米",
                                       Direction::lower, linear_score(75, 35)),
                             indicator("park", {"Park within 500 m", "公园服务覆盖率"}, "%",
                                       Direction::higher, linear_score(0, 100))};
  all[0].binding = true;
  all[0].plan = Plan{std::nullopt, YearValue{2035, 333.4}, "district"};
  all[0].basis = {{"分区规划", "", "", "seed", {}}};
  all[2].standards = {Standard{std::nullopt, 35, std::nullopt, std::nullopt}};
  all[2].basis = {{"GB 3095-2012", "", "", "uncited-high", {}}};
  return all;
}

Node node(std::string id, Text title, int parent, std::vector<int> children, int leaf, int height) {
  Node n;
  n.id = std::move(id);
  n.title = std::move(title);
  n.parent = parent;
  n.children = std::move(children);
  n.indicator = leaf;
  n.height = height;
  return n;
}

}  // namespace

std::shared_ptr<const Framework> town() {
  auto framework = std::make_shared<Framework>();
  framework->id = "town";
  framework->version = "1";
  framework->title = {"Town", "小镇体检"};
  framework->indicators = indicators();
  for (const Indicator& i : framework->indicators)
    framework->variables.push_back(
        {i.id, i.title, i.unit, {}, i.id == "park" ? "园林局" : "统计局", {}});
  std::vector<formula::FormulaVariable> known;
  for (const Variable& v : framework->variables)
    known.push_back({v.id, formula::Unit::parse(v.unit)});
  std::vector<Diagnostic> none;
  for (Indicator& i : framework->indicators)
    i.compiled =
        formula::Formula::compile(i.formula, known, formula::Unit::parse(i.unit), {}, i.id, none);
  framework->nodes = {node("town", framework->title, -1, {1, 4}, -1, 2),
                      node("scale", {"Scale", "规模管控"}, 0, {2, 3}, -1, 1),
                      node("population", framework->indicators[0].title, 1, {}, 0, 0),
                      node("land", framework->indicators[1].title, 1, {}, 1, 0),
                      node("air", {"Environment", "环境"}, 0, {5, 6}, -1, 1),
                      node("pm25", framework->indicators[2].title, 4, {}, 2, 0),
                      node("park", framework->indicators[3].title, 4, {}, 3, 0)};
  framework->method.missing.min_coverage = 0.6;
  return framework;
}

namespace {

/// The dataset behind the town's table: one variable an indicator.
Dataset data_of(const IndicatorTable& table) {
  Dataset data;
  data.rows = table.rows;
  for (int i = 0; i < 4; ++i) data.columns.push_back({i, -1, {}});
  data.values = table.values;
  data.sources = {{"年鉴", "cited", false}};
  data.source.assign(data.values.rows(), 4, 0);
  return data;
}

Run scored(IndicatorTable table) {
  Run run;
  run.framework = town();
  run.data = data_of(table);
  run.table = std::move(table);
  run.model = value_or_throw(fit(run.framework, run.framework->method, run.table));
  run.card = apply(run.model, run.table);
  return run;
}

}  // namespace

Run score_town(int years) {
  IndicatorTable table;
  table.rows.places = {"老城"};
  table.values.resize(years, 4);
  table.values.array().row(0) << 344.9, 80, 34, missing;
  if (years > 1) table.values.array().row(1) << 345.2, missing, missing, missing;
  for (int year = 0; year < years; ++year) {
    table.rows.place.push_back(0);
    table.rows.period.push_back({2021 - year, Period::Part::year, 0});
  }
  return scored(std::move(table));
}

Run score_places() {
  IndicatorTable table;
  table.rows.places = {"老城", "新城", "山村"};
  table.rows.place = {0, 1, 2};
  table.rows.period.assign(3, {2021, Period::Part::year, 0});
  table.values.resize(3, 4);
  table.values.array() << 344.9, 80, 34, 100,  //
      300, 80, 35, 75,                         //
      missing, missing, 30, 50;
  return scored(std::move(table));
}

}  // namespace tijian_tests
