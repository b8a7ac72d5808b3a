#include "model/probe.h"

#include <algorithm>

#include "dataset/formula_runner.h"
#include "tijian/missing.h"

namespace tijian::model {

Probe::Probe(const Framework& framework, const Dataset& data)
    : framework_(framework),
      data_(data),
      input_(std::make_unique<dataset::EvaluationInput>(framework, data_)) {}

bool Probe::computes(int indicator) const {
  const auto& formula = framework_.indicators[indicator].compiled;
  return formula && computes(*formula);
}

std::vector<int> Probe::columns(int indicator) const {
  std::vector<int> out;
  if (!computes(indicator)) return out;
  for (const int variable : framework_.indicators[indicator].compiled->variables())
    out.push_back(input_->column_of_variable[variable]);
  return out;
}

std::vector<double> Probe::values(int indicator) const {
  const auto& formula = framework_.indicators[indicator].compiled;
  return formula ? values(*formula) : std::vector<double>(data_.rows.size(), missing);
}

std::vector<double> Probe::values(const formula::Formula& formula) const {
  return dataset::FormulaValues(formula, *input_).values;
}

std::vector<double> Probe::values_with(int indicator, int column, std::span<const double> values) {
  const std::span<double> own = data_.values.column(column);
  const std::vector<double> kept(own.begin(), own.end());
  std::ranges::copy(values, own.begin());
  std::vector<double> out = this->values(indicator);
  std::ranges::copy(kept, own.begin());
  return out;
}

}  // namespace tijian::model
