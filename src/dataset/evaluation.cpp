#include "dataset/evaluation.h"

#include <algorithm>

namespace tijian::dataset {

EvaluationInput::EvaluationInput(const Framework& framework, const Dataset& dataset)
    : data(dataset),
      column_of_variable(framework.variables.size(), -1),
      column_of_indicator(framework.indicators.size(), -1) {
  for (int c = static_cast<int>(data.columns.size()) - 1; c >= 0; --c) {
    const DataColumn& column = data.columns[c];
    if (column.variable >= 0) column_of_variable[column.variable] = c;
    if (column.indicator >= 0) column_of_indicator[column.indicator] = c;
  }
  const auto looks_back = [](const Indicator& i) { return i.compiled && i.compiled->looks_back(); };
  if (std::ranges::any_of(framework.indicators, looks_back)) series.emplace(data.rows);
}

bool EvaluationInput::has_columns(const formula::Formula& formula) const {
  return std::ranges::all_of(formula.variables(),
                             [&](int v) { return column_of_variable[v] >= 0; });
}

bool EvaluationInput::told(const Framework& framework, int indicator) const {
  const formula::Formula* formula = framework.indicators[indicator].compiled.get();
  const int variable = formula ? formula->bare_variable() : -1;
  if (!was_read() || variable < 0) return false;
  const Variable& passed_on = framework.variables[variable];
  const Indicator& own = framework.indicators[indicator];
  return passed_on.range.limited() && passed_on.range == own.range && passed_on.unit == own.unit;
}

RowWindow::RowWindow(const EvaluationInput& input, Eigen::Index first, int count)
    : input_(input), first_(first), count_(count) {}

void RowWindow::look(const formula::Instruction& step, std::uint8_t* faults) {
  const Rows& rows = input_.data.rows;
  std::vector<Eigen::Index> there(count_, -1);
  for (int i = 0; i < count_; ++i) {
    const Eigen::Index here = (*this)[i];
    if (here < 0) continue;
    if (rows.period[here].part != Period::Part::year) {
      faults[i] |= fault_no_year;
      continue;
    }
    const bool lag = step.op == formula::Instruction::Op::lag;
    there[i] = input_.series->row(rows.place[here],
                                  lag ? rows.period[here].year - step.index : step.index);
  }
  elsewhere_.push_back(std::move(there));
}

}  // namespace tijian::dataset
