#include "model/transform.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "dataset/formula_runner.h"
#include "model/rules.h"

namespace tijian::model {
namespace {

/// Runs `transform`, whose only variable is x, over a column. Returns how many gave no number.
long run(const formula::Formula& formula, std::span<double> column) {
  Framework of_x;
  of_x.variables.resize(1);
  Dataset data;
  data.columns = {{0, -1, {}}};
  data.values.assign(static_cast<Index>(column.size()), 1, 0);
  std::ranges::copy(column, data.values.column(0).begin());
  const dataset::EvaluationInput input(of_x, data);
  dataset::FormulaRunner runner(formula, input);
  std::vector<std::uint8_t> faults(dataset::evaluation_block);
  long without = 0;
  for (std::size_t first = 0; first < column.size(); first += dataset::evaluation_block) {
    const auto count =
        static_cast<int>(std::min<std::size_t>(dataset::evaluation_block, column.size() - first));
    runner.run(static_cast<Index>(first), count, column.data() + first, faults.data());
    without += std::count_if(faults.begin(), faults.begin() + count,
                             [](std::uint8_t fault) { return fault != 0; });
  }
  return without;
}

}  // namespace

double transformed(const Indicator& indicator, double value) {
  if (indicator.compiled_transform) run(*indicator.compiled_transform, {&value, 1});
  return value;
}

const Matrix<double>& scaled_values(const Framework& framework, const Method& method,
                                    const Matrix<double>& values, Matrix<double>& changed,
                                    std::vector<Diagnostic>& diagnostics) {
  const Matrix<double>* scaled = &values;
  for (std::size_t j = 0; j < framework.indicators.size(); ++j) {
    const Indicator& indicator = framework.indicators[j];
    if (!transforms(method, indicator)) continue;
    if (scaled == &values) changed = values;
    scaled = &changed;
    const long without = run(*indicator.compiled_transform, changed.column(static_cast<Index>(j)));
    if (without == 0) continue;
    diagnostics.push_back(base::make_diagnostic(
        "N527", indicator.where, {{"id", indicator.id}, {"formula", indicator.transform}},
        "transform"));
    diagnostics.back().count = without;
  }
  return *scaled;
}

}  // namespace tijian::model
