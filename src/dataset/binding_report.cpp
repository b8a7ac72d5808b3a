#include "dataset/binding_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/place_reader.h"
#include "formula/formula.h"
#include "framework/title.h"

namespace tijian::dataset {
namespace {

bool has_column(const Fit& fit, int variable) {
  return std::ranges::find(fit.columns, variable, &DataColumn::variable) != fit.columns.end();
}

/// The variables that some indicator needs which has no column of its own, and what these are made
/// of: what weighs them, or in place of one without a column what its formula is over.
std::set<int> needed_variables(const Fit& fit, const Framework& framework) {
  std::vector<int> needed;
  for (int i = 0; i < static_cast<int>(framework.indicators.size()); ++i) {
    const auto& formula = framework.indicators[i].compiled;
    if (!formula || std::ranges::find(fit.columns, i, &DataColumn::indicator) != fit.columns.end())
      continue;
    needed.insert(needed.end(), formula->variables().begin(), formula->variables().end());
  }
  std::set<int> seen, wanted;
  while (!needed.empty()) {
    const int one = needed.back();
    needed.pop_back();
    if (!seen.insert(one).second) continue;
    const Variable& variable = framework.variables[one];
    if (const int weights = framework.find_variable(variable.rollup.weights); weights >= 0)
      needed.push_back(weights);
    if (variable.compiled && !has_column(fit, one))
      needed.insert(needed.end(), variable.compiled->variables().begin(),
                    variable.compiled->variables().end());
    else
      wanted.insert(one);
  }
  return wanted;
}

std::vector<Text> variables_without_column(const Fit& fit, const Framework& framework) {
  std::vector<Text> names;
  for (const int i : needed_variables(fit, framework))
    if (!has_column(fit, i)) names.push_back(framework::title_of(framework.variables[i]));
  return names;
}

/// `'name' (did you mean 'other'?)`
Text surplus_name(const Surplus& surplus, const Binder& binder) {
  const std::string like = binder.nearest(surplus.name), name = base::excerpt(surplus.name);
  std::string en = fmt::format("'{}'", name), zh = fmt::format("“{}”", name);
  if (!like.empty()) {
    en += fmt::format(" ({})", base::did_you_mean(like).in("en"));
    zh += fmt::format("（{}）", base::did_you_mean(like).in("zh"));
  }
  return {en, zh};
}

/// One warning a file.
std::vector<Diagnostic> surplus_columns(const Fit& fit, const Binder& binder) {
  std::vector<Diagnostic> all;
  for (auto first = fit.surplus.begin(); first != fit.surplus.end();) {
    const auto last = std::find_if(first, fit.surplus.end(), [&](const Surplus& surplus) {
      return surplus.where.file != first->where.file || surplus.where.sheet != first->where.sheet;
    });
    std::vector<Text> names, unlike;  // those that look like a known one first
    for (auto it = first; it != last; ++it)
      (binder.nearest(it->name).empty() ? unlike : names).push_back(surplus_name(*it, binder));
    names.insert(names.end(), unlike.begin(), unlike.end());
    all.push_back(base::make_diagnostic(
        "B401", first->where,
        {{"count", std::to_string(names.size())}, {"names", base::some_of(names)}}));
    first = last;
  }
  return all;
}

Diagnostic nothing_fits(const Fit& fit, const Binder& binder) {
  std::vector<std::string> found;
  std::vector<Text> likely;
  for (const Surplus& surplus : fit.surplus) {
    found.push_back(base::excerpt(surplus.name));
    const Text like = binder.nearest(surplus.name);
    if (!like.in("en").empty() && std::ranges::find(likely, like) == likely.end())
      likely.push_back(like);
  }
  const Framework& framework = binder.framework();
  if (likely.empty())
    for (const Variable& variable : framework.variables)
      likely.push_back(framework::title_of(variable));
  Diagnostic fault = base::make_diagnostic(
      "B402", fit.header,
      {{"names", found.empty() ? Text{"there is none", "没有变量列"} : base::some_of(found)},
       {"likely", base::some_of(likely)}});
  fault.also.push_back({framework.path});
  return fault;
}

/// Indicators by the attribute that says where they apply.
std::map<std::string, std::vector<Text>> needed_attributes(const Framework& framework) {
  std::map<std::string, std::vector<Text>> needed;
  for (const Indicator& indicator : framework.indicators)
    for (const auto& [attribute, values] : indicator.only_for)
      needed[attribute].push_back(framework::title_of(indicator));
  return needed;
}

/// Attributes that say where an indicator applies, and that neither the list nor a file gives.
std::vector<Diagnostic> missing_attributes(const Fit& fit, const Framework& framework) {
  std::vector<Diagnostic> all;
  for (const auto& [attribute, ids] : needed_attributes(framework))
    if (!lists_attribute(framework, attribute) &&
        std::ranges::find(fit.attributes, attribute) == fit.attributes.end())
      all.push_back(base::make_diagnostic("B409", fit.header,
                                          {{"name", attribute}, {"ids", base::some_of(ids)}}));
  return all;
}

/// Places with a row where the attribute is empty.
std::vector<std::string> places_without(const Attribute& attribute, const Rows& rows) {
  std::vector<std::string> places;
  std::vector<char> seen(rows.places.size(), 0);
  for (Eigen::Index row = 0; row < rows.size(); ++row)
    if (attribute.at(row).empty() && !std::exchange(seen[rows.place[row]], 1))
      places.push_back(rows.place_of(row));
  return places;
}

}  // namespace

std::vector<Diagnostic> report_empty_attributes(const Rows& rows, const Framework& framework,
                                                const Citation& header) {
  std::vector<Diagnostic> all;
  for (const auto& [name, ids] : needed_attributes(framework)) {
    const Attribute* attribute = rows.attribute(name);
    if (!attribute) continue;  // told as B409
    const std::vector<std::string> places = places_without(*attribute, rows);
    if (places.empty()) continue;
    all.push_back(base::make_diagnostic(
        "B410", header,
        {{"name", name}, {"places", base::some_of(places)}, {"ids", base::some_of(ids)}}));
  }
  return all;
}

void add_fit(Fit& fit, const FileTable& table, const Citation& header) {
  if (fit.header.file.empty()) fit.header = header;
  fit.columns.insert(fit.columns.end(), table.data.columns.begin(), table.data.columns.end());
  fit.refused |= table.refused;
  fit.surplus.insert(fit.surplus.end(), table.surplus.begin(), table.surplus.end());
  for (const Attribute& attribute : table.data.rows.attributes)
    fit.attributes.push_back(attribute.name);
}

void add_fit(Fit& fit, const TablePlan& plan, const Framework& framework, const Citation& header) {
  if (fit.header.file.empty()) fit.header = header;
  fit.surplus.insert(fit.surplus.end(), plan.surplus.begin(), plan.surplus.end());
  for (const int i : plan.attributes) fit.attributes.push_back(framework.attributes[i].id);
}

std::vector<Diagnostic> report_fit(const Fit& fit, const Binder& binder, bool strict) {
  if (fit.columns.empty() && !fit.refused) return {nothing_fits(fit, binder)};
  std::vector<Diagnostic> all = surplus_columns(fit, binder);
  const auto missing = variables_without_column(fit, binder.framework());
  if (!missing.empty() && !fit.refused) {
    all.push_back(base::make_diagnostic(
        "B400", fit.header,
        {{"count", std::to_string(missing.size())}, {"names", base::some_of(missing)}}));
    if (!binder.framework().path.empty()) all.back().also.push_back({binder.framework().path});
  }
  for (Diagnostic& diagnostic : missing_attributes(fit, binder.framework()))
    all.push_back(diagnostic);
  if (strict)
    for (Diagnostic& diagnostic : all) diagnostic.severity = Severity::error;
  return all;
}

}  // namespace tijian::dataset
