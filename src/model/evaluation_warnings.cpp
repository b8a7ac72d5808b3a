#include "model/evaluation_warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "base/number.h"
#include "dataset/check.h"
#include "framework/plausible_words.h"
#include "framework/title.h"

namespace tijian::model {
namespace {

// category.indicator
std::string path_of(const Framework& framework, int indicator) {
  std::string path = framework.indicators[indicator].id;
  const auto leaf = std::ranges::find(framework.nodes, indicator, &Node::indicator);
  if (leaf == framework.nodes.end()) return path;
  for (int n = leaf->parent; n > 0; n = framework.nodes[n].parent)
    path = framework.nodes[n].id + "." + path;
  return path;
}

Diagnostic conflict(const Framework& framework, const dataset::EvaluationInput& input,
                    int indicator, const Occurrences& seen) {
  const Indicator& of = framework.indicators[indicator];
  const auto& columns = input.data.columns;
  Diagnostic out =
      base::make_diagnostic("B450", columns[input.column_of_indicator[indicator]].where,
                            {{"id", of.id},
                             {"row", dataset::row_name(input.data.rows, seen.conflicts.first)},
                             {"given", fmt::format("{}", seen.given)},
                             {"computed", fmt::format("{}", seen.computed)},
                             {"formula", of.formula}},
                            path_of(framework, indicator));
  for (const int variable : of.compiled->variables())
    out.also.push_back(columns[input.column_of_variable[variable]].where);
  out.count = seen.conflicts.count;
  return out;
}

Diagnostic implausible(const Framework& framework, const dataset::EvaluationInput& input,
                       int indicator, const Occurrences& seen) {
  const Indicator& of = framework.indicators[indicator];
  Diagnostic out =
      implausible_value(framework, input.data.rows, indicator, seen.implausible.first, seen.value);
  if (of.compiled)
    for (const int variable : of.compiled->variables())
      if (const int column = input.column_of_variable[variable]; column >= 0)
        out.also.push_back(input.data.columns[column].where);
  out.count = seen.implausible.count;
  return out;
}

constexpr double same_figure = 0.005;  // as published figures are rounded

/// Whose plan the framework's is: no part of another place.
std::vector<Eigen::Index> own_rows(const Framework& framework, const Rows& rows) {
  const Attribute* parent = rows.attribute(parent_attribute);
  std::vector<Eigen::Index> own;
  if (!parent && (framework.places.size() > 1 || rows.places.size() > 1)) return own;
  for (Eigen::Index row = 0; row < rows.size(); ++row)
    if (!parent || parent->at(row).empty()) own.push_back(row);
  return own;
}

const YearValue* dated_baseline(const Indicator& indicator) {
  const auto& plan = indicator.plan;
  const bool own = plan && plan->scope != "national" && plan->scope != "region";
  return own && plan->baseline && plan->baseline->year ? &*plan->baseline : nullptr;
}

/// `water use 4.2 in the plan, 4.5 in the data (Chaoyang 2015)`
Text two_figures(const Indicator& of, double planned, double given, const std::string& row) {
  const Text title = framework::title_of(of);
  const std::string one = base::readable(planned), other = framework::amount(given, of.unit, 6);
  return {fmt::format("{} {} in the plan, {} in the data ({})", title.in("en"), one, other, row),
          fmt::format("{}规划为 {}，数据为 {}（{}）", title.in("zh"), one, other, row)};
}

}  // namespace

Diagnostic implausible_value(const Framework& framework, const Rows& rows, int indicator, Index row,
                             double value) {
  const Indicator& of = framework.indicators[indicator];
  Diagnostic out = base::make_diagnostic("N511", of.where,
                                         {{"name", framework::title_of(of)},
                                          {"value", framework::amount(value, of.unit, 6)},
                                          {"row", dataset::row_name(rows, row)},
                                          {"range", framework::range_words(of.range, of.unit)}},
                                         path_of(framework, indicator));
  if (!of.compiled || of.compiled->bare_variable() >= 0)  // nobody wrote what is computed
    out.hint = framework::unit_slip(value, of.unit, of.range);
  return out;
}

void warn_of_baselines(const Framework& framework, const Rows& rows, IndicatorTable& table) {
  const std::vector<Eigen::Index> own = own_rows(framework, rows);
  std::vector<Text> names;
  Citation first;
  for (std::size_t j = 0; j < framework.indicators.size() && !own.empty(); ++j) {
    const Indicator& of = framework.indicators[j];
    const YearValue* baseline = dated_baseline(of);
    if (!baseline) continue;
    for (const Eigen::Index row : own) {
      const double given = table.values(row, j);
      if (rows.period[row] != Period{*baseline->year, Period::Part::year, 0} || std::isnan(given))
        continue;
      if (std::abs(given - baseline->value) <= same_figure * std::abs(baseline->value)) continue;
      if (names.empty()) first = of.where;
      names.push_back(two_figures(of, baseline->value, given, dataset::row_name(rows, row)));
    }
  }
  if (!names.empty())
    table.diagnostics.push_back(
        base::make_diagnostic("N514", first, {{"names", base::some_of(names)}}));
}

void Occurrence::add(Eigen::Index row) {
  if (count++ == 0) first = row;
}

void Occurrence::append(const Occurrence& later) {
  if (count == 0) first = later.first;
  count += later.count;
}

void Occurrences::append(const Occurrences& later) {
  for (std::size_t i = 0; i < faults.size(); ++i) faults[i].append(later.faults[i]);
  if (conflicts.count == 0) {
    given = later.given;
    computed = later.computed;
  }
  conflicts.append(later.conflicts);
  if (implausible.count == 0) value = later.value;
  implausible.append(later.implausible);
  marked.insert(marked.end(), later.marked.begin(), later.marked.end());
}

void add_warnings(const Framework& framework, const dataset::EvaluationInput& input, int indicator,
                  const Occurrences& seen, bool strict, std::vector<Diagnostic>& diagnostics) {
  const Indicator& of = framework.indicators[indicator];
  for (std::size_t i = 0; i < seen.faults.size(); ++i) {
    if (seen.faults[i].count == 0) continue;
    diagnostics.push_back(
        base::make_diagnostic(dataset::fault_codes[i], of.where,
                              {{"formula", of.formula},
                               {"row", dataset::row_name(input.data.rows, seen.faults[i].first)}},
                              path_of(framework, indicator)));
    diagnostics.back().count = seen.faults[i].count;
  }
  if (seen.conflicts.count > 0) diagnostics.push_back(conflict(framework, input, indicator, seen));
  if (seen.implausible.count == 0) return;
  diagnostics.push_back(implausible(framework, input, indicator, seen));
  if (strict) diagnostics.back().severity = Severity::error;
}

}  // namespace tijian::model
