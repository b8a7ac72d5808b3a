#include "model/evaluation_warnings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/catalogue.h"
#include "dataset/check.h"
#include "framework/plausible_words.h"
#include "framework/title.h"

namespace tijian::model {
namespace {

// In the order of the bits of EvaluationFault.
constexpr std::string_view codes[] = {"N500", "N501", "N502", "N503", "N504", "N505"};

// category.indicator
std::string path_of(const Framework& framework, int indicator) {
  std::string path = framework.indicators[indicator].id;
  const auto leaf = std::ranges::find(framework.nodes, indicator, &Node::indicator);
  if (leaf == framework.nodes.end()) return path;
  for (int n = leaf->parent; n > 0; n = framework.nodes[n].parent)
    path = framework.nodes[n].id + "." + path;
  return path;
}

Diagnostic conflict(const Framework& framework, const EvaluationInput& input, int indicator,
                    const Occurrences& seen) {
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

Diagnostic implausible(const Framework& framework, const EvaluationInput& input, int indicator,
                       const Occurrences& seen) {
  const Indicator& of = framework.indicators[indicator];
  Diagnostic out =
      base::make_diagnostic("N511", of.where,
                            {{"name", framework::title_of(of)},
                             {"value", framework::amount(seen.value, of.unit, 6)},
                             {"row", dataset::row_name(input.data.rows, seen.implausible.first)},
                             {"range", framework::range_words(of.range, of.unit)}},
                            path_of(framework, indicator));
  out.hint = framework::unit_slip(seen.value, of.unit, of.range);
  if (of.compiled)
    for (const int variable : of.compiled->variables())
      if (const int column = input.column_of_variable[variable]; column >= 0)
        out.also.push_back(input.data.columns[column].where);
  out.count = seen.implausible.count;
  return out;
}

}  // namespace

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
}

void add_warnings(const Framework& framework, const EvaluationInput& input, int indicator,
                  const Occurrences& seen, bool strict, std::vector<Diagnostic>& diagnostics) {
  const Indicator& of = framework.indicators[indicator];
  for (std::size_t i = 0; i < seen.faults.size(); ++i) {
    if (seen.faults[i].count == 0) continue;
    diagnostics.push_back(
        base::make_diagnostic(codes[i], of.where,
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
