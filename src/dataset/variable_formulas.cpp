#include "dataset/variable_formulas.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "base/number.h"
#include "dataset/added_rows.h"
#include "dataset/check.h"
#include "dataset/formula_runner.h"
#include "framework/title.h"

namespace tijian::dataset {
namespace {

/// Variables with a formula, each after those that it needs. Formulas go in no circle (F284).
class FormulaOrder {
 public:
  explicit FormulaOrder(const Framework& framework)
      : framework_(framework), visited_(framework.variables.size(), 0) {
    for (std::size_t v = 0; v < visited_.size(); ++v) visit(static_cast<int>(v));
  }
  const std::vector<int>& all() const { return order_; }

 private:
  void visit(int variable) {
    const auto& formula = framework_.variables[variable].compiled;
    if (!formula || std::exchange(visited_[variable], 1)) return;
    for (const int needed : formula->variables()) visit(needed);
    order_.push_back(variable);
  }

  const Framework& framework_;
  std::vector<char> visited_;
  std::vector<int> order_;
};

class VariableFormula {
 public:
  VariableFormula(const Framework& framework, int variable, Dataset& data)
      : of_(framework.variables[variable]), data_(data), input_(framework, data) {
    column_ = input_.column_of_variable[variable];
    if (applies())
      for (const int one : of_.compiled->variables())
        columns_.push_back(input_.column_of_variable[one]);
  }

  bool applies() const { return column_ >= 0 && input_.has_columns(*of_.compiled); }

  /// Returns the rows that got a value.
  std::vector<Index> apply(const std::vector<Index>& rows, MadeCells& made, const CiteCell& cite,
                           std::vector<Diagnostic>& diagnostics) {
    const FormulaValues computed(*of_.compiled, input_);
    tell_faults(rows, computed, diagnostics);
    const std::vector<double> doubt = data_.rounding.empty() ? std::vector<double>{} : roundings();
    std::vector<Index> filled;
    for (const Index row : rows) {
      const double own = data_.values(row, column_), value = computed.values[row];
      if (std::isnan(value)) continue;
      if (std::isnan(own)) {
        set(row, value, made);
        if (!doubt.empty()) data_.rounding(row, column_) = doubt[row];
        filled.push_back(row);
      } else if (differs_from_given(own, value)) {
        tell_difference(row, value, cite, diagnostics);
      }
    }
    return filled;
  }

 private:
  void set(Index row, double value, MadeCells& made) {
    std::vector<CellAt> cells;
    for (const Index column : columns_) cells.push_back({row, column});
    made.set({row, column_}, value, Dataset::by_formula, cells);
  }

  /// By how much the value may be off because the figures that it is made of are rounded.
  std::vector<double> roundings() {
    const std::vector<double> plain = FormulaValues(*of_.compiled, input_).values;
    std::vector<double> sum(plain.size(), 0);
    for (const Index column : columns_) {
      const auto up = shifted(column, 1), down = shifted(column, -1);
      for (std::size_t row = 0; row < plain.size(); ++row)
        sum[row] += std::fmax(std::abs(up[row] - plain[row]), std::abs(down[row] - plain[row]));
    }
    for (double& one : sum)
      if (std::isnan(one)) one = 0;
    return sum;
  }

  std::vector<double> shifted(Index column, int sign) {
    const auto values = data_.values.column(column);
    const std::vector<double> kept(values.begin(), values.end());
    for (std::size_t row = 0; row < kept.size(); ++row)
      values[row] += sign * data_.rounding(static_cast<Index>(row), column);
    std::vector<double> out = FormulaValues(*of_.compiled, input_).values;
    std::ranges::copy(kept, values.begin());
    return out;
  }

  void tell_faults(const std::vector<Index>& rows, const FormulaValues& computed,
                   std::vector<Diagnostic>& diagnostics) const {
    for (std::size_t bit = 0; bit < std::size(fault_codes); ++bit) {
      const auto faulty = [&](Index row) { return (computed.faults[row] >> bit & 1) != 0; };
      const auto first = std::ranges::find_if(rows, faulty);
      if (first == rows.end()) continue;
      diagnostics.push_back(base::make_diagnostic(
          fault_codes[bit], of_.where,
          {{"formula", of_.formula}, {"row", row_name(data_.rows, *first)}}, of_.id));
      diagnostics.back().count = std::ranges::count_if(rows, faulty);
    }
  }

  void tell_difference(Index row, double computed, const CiteCell& cite,
                       std::vector<Diagnostic>& diagnostics) const {
    diagnostics.push_back(
        base::make_diagnostic("B464", cite(row, column_),
                              {{"id", framework::title_of(of_)},
                               {"row", row_name(data_.rows, row)},
                               {"given", base::readable(data_.values(row, column_), 8)},
                               {"formula", of_.formula},
                               {"computed", base::readable(computed, 8)}}));
  }

  const Variable& of_;
  Dataset& data_;
  EvaluationInput input_;
  Index column_;
  std::vector<Index> columns_;  ///< of what the formula needs
};

/// Rows of places that nothing is part of; which of them are part of nothing is for B465.
std::vector<Index> lowest_rows(const PartNames& parts, const Rows& rows) {
  std::vector<char> whole;
  for (const std::string& place : rows.places) whole.push_back(parts.any(place));
  std::vector<Index> lowest;
  for (Index row = 0; row < rows.size(); ++row)
    if (!whole[rows.place[row]]) lowest.push_back(row);
  return lowest;
}

void tell_standing_alone(const Dataset& data, const std::set<Index>& filled,
                         const std::vector<Text>& ids, std::vector<Diagnostic>& diagnostics) {
  const Attribute* parent = data.rows.attribute(parent_attribute);
  if (!parent || std::ranges::all_of(parent->of_row, [](auto v) { return v < 0; })) return;
  std::vector<std::string> names;
  for (const Index row : filled)
    if (const std::string& place = data.rows.place_of(row);
        parent->at(row).empty() && std::ranges::find(names, place) == names.end())
      names.push_back(place);
  if (names.empty()) return;
  diagnostics.push_back(base::make_diagnostic(
      "B465", {}, {{"names", base::some_of(names)}, {"ids", base::some_of(ids)}}));
}

}  // namespace

void add_formula_columns(const Framework& framework, Dataset& data) {
  const auto has_column = [&](int variable) { return data.column_of_variable(variable) >= 0; };
  const FormulaOrder order(framework);
  for (const int variable : order.all()) {
    const Variable& one = framework.variables[variable];
    if (!has_column(variable) && std::ranges::all_of(one.compiled->variables(), has_column))
      data.columns.push_back({variable, -1, one.where});
  }
  grow(data);
}

void apply_variable_formulas(const Framework& framework, const PartNames& parts, Dataset& data,
                             MadeCells& made, const CiteCell& cite,
                             std::vector<Diagnostic>& diagnostics) {
  const std::vector<int> order = FormulaOrder(framework).all();
  if (order.empty()) return;
  const std::vector<Index> lowest = lowest_rows(parts, data.rows);
  std::set<Index> filled;
  std::vector<Text> ids;
  for (const int variable : order) {
    VariableFormula formula(framework, variable, data);
    if (!formula.applies()) continue;
    const std::vector<Index> rows = formula.apply(lowest, made, cite, diagnostics);
    if (!rows.empty()) ids.push_back(framework::title_of(framework.variables[variable]));
    filled.insert(rows.begin(), rows.end());
  }
  tell_standing_alone(data, filled, ids, diagnostics);
}

}  // namespace tijian::dataset
