#include "dataset/rollup.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/catalogue.h"
#include "base/number.h"
#include "dataset/added_rows.h"
#include "dataset/check.h"
#include "dataset/part_rows.h"
#include "dataset/variable_formulas.h"
#include "framework/title.h"
#include "tijian/missing.h"

namespace tijian::dataset {
namespace {

/// What leaves a value that could be rolled up missing, told once a variable.
struct RollupGap {
  Diagnostic told;
  long count = 0;
};

/// A variable with a rollup, and where its numbers are.
struct Rolled {
  const Variable& variable;
  Index column;
  Index weights;  ///< -1: all weigh alike
  Text weights_title;
  std::set<Index> negative = {};               ///< rows whose weight is none
  std::map<std::string, RollupGap> gaps = {};  ///< by code and what is lacking

  bool sums() const { return variable.rollup.by == Rollup::By::sum; }
};

/// A part of a row: its value with what it counts for.
struct PartValue {
  Index row;
  double weight, value;
};

double weight_of(const Dataset& data, Rolled& rolled, Index part) {
  if (rolled.weights < 0) return 1;
  const double weight = data.values(part, rolled.weights);
  if (!(weight < 0)) return weight;
  rolled.negative.insert(part);
  return missing;
}

/// Of a part that weighs nothing no value is needed.
std::vector<PartValue> counted_parts(const Dataset& data, Rolled& rolled,
                                     const std::vector<Index>& parts) {
  std::vector<PartValue> counted;
  for (const Index part : parts)
    if (const double weight = weight_of(data, rolled, part); weight != 0)
      counted.push_back({part, weight, data.values(part, rolled.column)});
  return counted;
}

double total_weight(const std::vector<PartValue>& parts) {
  double all = 0;
  for (const PartValue& part : parts) all += part.weight;
  return all;
}

double rolled_up(const Rolled& rolled, const std::vector<PartValue>& parts) {
  if (parts.empty()) return missing;
  double sum = 0;
  for (const PartValue& part : parts) sum += part.weight * part.value;
  return rolled.sums() ? sum : sum / total_weight(parts);
}

/// Errors of samples are independent of each other: their squares add up.
void set_standard_error(Dataset& data, const Rolled& rolled, Index row,
                        const std::vector<PartValue>& parts) {
  if (data.standard_error.empty()) return;
  double squares = 0;
  for (const PartValue& part : parts)
    squares += std::pow(part.weight * data.standard_error(part.row, rolled.column), 2);
  data.standard_error(row, rolled.column) =
      std::sqrt(squares) / (rolled.sums() ? 1 : total_weight(parts));
}

/// How far roundings of values and weights may shift the result, all in one direction.
void set_rounding(Dataset& data, const Rolled& rolled, Index row,
                  const std::vector<PartValue>& parts) {
  if (data.rounding.empty()) return;
  const double result = data.values(row, rolled.column);
  double most = 0;
  for (const PartValue& part : parts) {
    most += part.weight * data.rounding(part.row, rolled.column);
    if (rolled.weights >= 0)
      most += std::abs(part.value - result) * data.rounding(part.row, rolled.weights);
  }
  data.rounding(row, rolled.column) = rolled.sums() ? most : most / total_weight(parts);
}

void add_gap(Rolled& rolled, std::string_view code, const std::string& what, Index column_of,
             const Dataset& data, std::initializer_list<base::Argument> arguments) {
  RollupGap& gap = rolled.gaps[std::string(code) + what];
  if (gap.count++ == 0)
    gap.told = base::make_diagnostic(code, data.columns[column_of].where, arguments);
}

/// A value that some parts have and others lack; a negative weight is told for itself.
void note_gap(const Dataset& data, Rolled& rolled, Index row, const std::vector<PartValue>& parts) {
  const std::string name = row_name(data.rows, row);
  const Text id = framework::title_of(rolled.variable);
  if (parts.empty())
    return add_gap(rolled, "B463", "", rolled.weights, data,
                   {{"id", id}, {"row", name}, {"weights", rolled.weights_title}});
  std::vector<std::string> unvalued, unweighed;
  for (const PartValue& part : parts)
    if (std::isnan(part.value))
      unvalued.push_back(data.rows.place_of(part.row));
    else if (std::isnan(part.weight) && !rolled.negative.contains(part.row))
      unweighed.push_back(data.rows.place_of(part.row));
  if (unvalued.size() == parts.size()) return;  // nobody has it: there is nothing to roll up
  const auto told = [&](const std::vector<std::string>& names, const Text& what, Index column) {
    if (names.empty()) return;
    add_gap(rolled, "B462", what.in("en"), column, data,
            {{"id", id}, {"row", name}, {"names", base::some_of(names)}, {"what", what}});
  };
  told(unvalued, id, rolled.column);
  told(unweighed, rolled.weights_title, rolled.weights);
}

Diagnostic both_given(const Dataset& data, const Rolled& rolled, Index row, double computed,
                      const CiteCell& cite) {
  return base::make_diagnostic("B451", cite(row, rolled.column),
                               {{"id", framework::title_of(rolled.variable)},
                                {"row", row_name(data.rows, row)},
                                {"given", base::readable(data.values(row, rolled.column), 8)},
                                {"computed", base::readable(computed, 8)}});
}

/// The value of a row from its parts, unless it has one.
void roll_up_row(Dataset& data, Rolled& rolled, Index row, const std::vector<Index>& below,
                 MadeCells& made, const CiteCell& cite, std::vector<Diagnostic>& diagnostics) {
  const double own = data.values(row, rolled.column);
  const std::vector<PartValue> parts = counted_parts(data, rolled, below);
  const double computed = rolled_up(rolled, parts);
  if (!std::isnan(own)) {
    if (differs_from_given(own, computed))
      diagnostics.push_back(both_given(data, rolled, row, computed, cite));
    return;
  }
  if (std::isnan(computed)) return note_gap(data, rolled, row, parts);
  std::vector<CellAt> cells;
  for (const PartValue& part : parts) {
    cells.push_back({part.row, rolled.column});
    if (rolled.weights >= 0) cells.push_back({part.row, rolled.weights});
  }
  made.set({row, rolled.column}, computed, static_cast<std::int32_t>(below.size()), cells);
  set_standard_error(data, rolled, row, parts);
  set_rounding(data, rolled, row, parts);
}

/// Of the variables with a rollup those that the data have, with what weighs them.
std::vector<Rolled> rolled_variables(const Framework& framework, const Dataset& data) {
  std::vector<Rolled> rolled;
  for (std::size_t v = 0; v < framework.variables.size(); ++v) {
    const Variable& variable = framework.variables[v];
    const std::string& weights = variable.rollup.weights;
    const int weighed_by = framework.find_variable(weights);
    const Rolled one{
        variable, data.column_of_variable(static_cast<int>(v)), data.column_of_variable(weighed_by),
        weighed_by < 0 ? Text{} : framework::title_of(framework.variables[weighed_by])};
    if (variable.rollup.by == Rollup::By::none || one.column < 0) continue;
    if (weights.empty() || one.weights >= 0) rolled.push_back(one);
  }
  return rolled;
}

Diagnostic without_parents(const std::vector<Rolled>& rolled) {
  std::vector<Text> ids;
  for (const Rolled& one : rolled) ids.push_back(framework::title_of(one.variable));
  return base::make_diagnostic(
      "B454", {}, {{"name", std::string(parent_attribute)}, {"ids", base::some_of(ids)}});
}

void tell_negative(const Dataset& data, const Rolled& rolled,
                   std::vector<Diagnostic>& diagnostics) {
  if (rolled.negative.empty()) return;
  const Index first = *rolled.negative.begin();
  diagnostics.push_back(
      base::make_diagnostic("B455", data.columns[rolled.weights].where,
                            {{"id", framework::title_of(rolled.variable)},
                             {"weights", rolled.weights_title},
                             {"row", row_name(data.rows, first)},
                             {"value", fmt::format("{}", data.values(first, rolled.weights))}}));
  diagnostics.back().count = std::ssize(rolled.negative);
}

void tell_gaps(const Rolled& rolled, std::vector<Diagnostic>& diagnostics) {
  for (const auto& [what, gap] : rolled.gaps) {
    diagnostics.push_back(gap.told);
    diagnostics.back().count = gap.count;
  }
}

/// The first row that is compared with one of its parts.
void tell_ranked_among_parts(const Framework& framework, const Rows& rows, const PartRows& parts,
                             std::vector<Diagnostic>& diagnostics) {
  const Attribute* peers = rows.attribute(framework.peers.attribute);
  const auto group = [&](Index row) {
    return peers ? framework.peers.group_of(peers->at(row)) : std::string();
  };
  long count = 0;
  Index first = -1;
  for (const Index row : parts.order()) {
    const auto alike = [&](Index part) { return group(part) == group(row); };
    if (std::ranges::none_of(parts.of(row), alike)) continue;
    if (count++ == 0) first = row;
  }
  if (count == 0) return;
  diagnostics.push_back(base::make_diagnostic("B466", {}, {{"row", row_name(rows, first)}}));
  diagnostics.back().count = count;
}

void roll_up_all(const Framework& framework, Dataset& data, std::vector<Rolled>& rolled,
                 MadeCells& made, const CiteCell& cite, const PartRows& parts,
                 std::vector<Diagnostic>& diagnostics) {
  for (const Index row : parts.order())  // all of a row at once: variables weigh each other above
    for (Rolled& one : rolled) roll_up_row(data, one, row, parts.of(row), made, cite, diagnostics);
  for (const Rolled& one : rolled) tell_negative(data, one, diagnostics);
  for (const Rolled& one : rolled) tell_gaps(one, diagnostics);
  tell_ranked_among_parts(framework, data.rows, parts, diagnostics);
}

}  // namespace

void roll_up(const Framework& framework, Dataset& data, const CiteCell& cite,
             std::vector<Diagnostic>& diagnostics) {
  add_formula_columns(framework, data);
  std::vector<Rolled> rolled = rolled_variables(framework, data);
  if (rolled.empty()) return;
  const PartNames names(framework, data.rows);
  if (data.rows.attribute(parent_attribute))
    add_rows_above(framework, names, data, diagnostics);
  else
    diagnostics.push_back(without_parents(rolled));
  MadeCells made(data);
  apply_variable_formulas(framework, names, data, made, cite, diagnostics);
  const PartRows parts(names, data.rows, diagnostics);
  roll_up_all(framework, data, rolled, made, cite, parts, diagnostics);
}

}  // namespace tijian::dataset
