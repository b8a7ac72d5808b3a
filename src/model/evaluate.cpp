#include <algorithm>
#include <cmath>

#include "base/threads.h"
#include "model/indicator_task.h"
#include "tijian/indicator_table.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

constexpr Eigen::Index task_rows = 64 * dataset::evaluation_block;

/// An attribute that the data do not have restricts nothing; where its cell is empty, the indicator
/// does not apply.
void restrict_to(const Indicator& indicator, const Rows& rows, bool* applicable) {
  for (const auto& [name, allowed] : indicator.only_for) {
    const Attribute* attribute = rows.attribute(name);
    if (!attribute) continue;
    std::vector<char> fits;
    for (const std::string& value : attribute->values)
      fits.push_back(std::ranges::find(allowed, value) != allowed.end());
    for (Eigen::Index r = 0; r < rows.size(); ++r)
      if (attribute->of_row[r] < 0 || !fits[attribute->of_row[r]]) applicable[r] = false;
  }
}

void fill_applicable(const Framework& framework, const Rows& rows, IndicatorTable& table) {
  const auto& indicators = framework.indicators;
  if (std::ranges::all_of(indicators, [](const Indicator& i) { return i.only_for.empty(); }))
    return;
  table.applicable.assign(rows.size(), std::ssize(indicators), true);
  for (Eigen::Index j = 0; j < std::ssize(indicators); ++j)
    restrict_to(indicators[j], rows, table.applicable.column(j).data());
}

void make_room(const Framework& framework, const Dataset& data, const Provenance& provenance,
               IndicatorTable& table) {
  const Eigen::Index rows = data.rows.size(), columns = std::ssize(framework.indicators);
  table.values.resize(rows, columns);
  if (provenance.any() & from_synthetic) table.synthetic.assign(rows, columns, false);
  if (provenance.any() & from_uncited) table.uncited.assign(rows, columns, false);
  if (data.standard_error.size() > 0) table.standard_error.assign(rows, columns, missing);
}

/// Everything but the rows.
IndicatorTable computed(const Framework& framework, const Dataset& data,
                        const Execution& execution) {
  const dataset::EvaluationInput input(framework, data);
  const Provenance provenance(framework, input);
  IndicatorTable table;
  fill_applicable(framework, data.rows, table);
  make_room(framework, data, provenance, table);
  const std::size_t indicators = framework.indicators.size();
  const Eigen::Index chunks = (data.rows.size() + task_rows - 1) / task_rows;
  std::vector<Occurrences> seen(indicators * chunks);
  base::parallel_for(seen.size(), chunks > 1 ? execution.threads : 1, [&](std::size_t task) {
    const int indicator = static_cast<int>(task / chunks);
    const Eigen::Index first = static_cast<Eigen::Index>(task % chunks) * task_rows;
    seen[task] = IndicatorTask(framework, indicator, input, provenance, table)
                     .run(first, std::min(data.rows.size(), first + task_rows));
  });
  for (std::size_t j = 0; j < indicators; ++j) {
    Occurrences all;
    for (Eigen::Index c = 0; c < chunks; ++c) all.append(seen[j * chunks + c]);
    add_warnings(framework, input, static_cast<int>(j), all, execution.strict, table.diagnostics);
    if (!all.marked.empty() && table.implausible.empty())
      table.implausible.assign(table.values.rows(), table.values.cols(), false);
    for (const Eigen::Index row : all.marked) table.implausible(row, j) = true;
  }
  return table;
}

/// Whether each column is an indicator's values as they stand, in the framework's order, and was
/// held against its range; what a program filled may hold infinities, which evaluation takes out.
bool is_table_already(const Framework& framework, const dataset::EvaluationInput& input) {
  if (!input.was_read()) return false;
  if (input.data.columns.size() != framework.indicators.size()) return false;
  for (int j = 0; j < static_cast<int>(framework.indicators.size()); ++j) {
    const formula::Formula* formula = framework.indicators[j].compiled.get();
    const bool computes = formula && input.has_columns(*formula);
    const bool bare = computes && formula->code().size() == 1 && formula->bare_variable() >= 0 &&
                      input.column_of_variable[formula->bare_variable()] == j;
    if (!bare && (computes || input.column_of_indicator[j] != j)) return false;
    if (bare && framework.indicators[j].range.limited() && !input.told(framework, j)) return false;
  }
  return true;
}

void mark_cells(const Provenance& provenance, const Matrix<double>& values, IndicatorTable& table) {
  for (Eigen::Index j = 0; provenance.any() && j < values.cols(); ++j)
    for (Eigen::Index r = 0; r < values.rows(); ++r) {
      if (std::isnan(values(r, j))) continue;
      const std::uint8_t bits = provenance.of_cell(r, static_cast<int>(j));
      if (table.synthetic.size() > 0) table.synthetic(r, j) = bits & from_synthetic;
      if (table.uncited.size() > 0) table.uncited(r, j) = bits & from_uncited;
      if (table.implausible.size() > 0) table.implausible(r, j) = bits & from_implausible;
    }
}

/// The dataset's own matrix, where it is the table already.
IndicatorTable taken_over(const Framework& framework, Dataset& data, const Provenance& provenance) {
  IndicatorTable table;
  fill_applicable(framework, data.rows, table);
  const Eigen::Index rows = data.values.rows(), columns = data.values.cols();
  if (provenance.any() & from_synthetic) table.synthetic.assign(rows, columns, false);
  if (provenance.any() & from_uncited) table.uncited.assign(rows, columns, false);
  if (provenance.any() & from_implausible) table.implausible.assign(rows, columns, false);
  mark_cells(provenance, data.values, table);
  table.values = std::move(data.values);
  table.standard_error = std::move(data.standard_error);
  return table;
}

/// Those of the names that are variables which the data have.
std::map<std::string, std::vector<double>> kept_variables(const Framework& framework,
                                                          const Dataset& data,
                                                          std::vector<std::string> names) {
  std::map<std::string, std::vector<double>> kept;
  names.push_back(framework.method.reference.weights);
  const std::vector<std::string>& context = framework.diagnosis.context;
  names.insert(names.end(), context.begin(), context.end());
  for (const std::string& name : names) {
    const int variable = name.empty() ? -1 : framework.find_variable(name);
    const Index column = data.column_of_variable(variable);
    if (column < 0) continue;
    const auto values = data.values.column(column);
    kept[name] = {values.begin(), values.end()};
  }
  return kept;
}

IndicatorTable computed_or_taken_over(const Framework& framework, Dataset& data,
                                      const Execution& execution) {
  const dataset::EvaluationInput input(framework, data);
  if (is_table_already(framework, input))
    return taken_over(framework, data, Provenance(framework, input));
  return computed(framework, data, execution);
}

}  // namespace

}  // namespace tijian::model

namespace tijian {

IndicatorTable evaluate(const Framework& framework, const Dataset& data, const Execution& execution,
                        const std::vector<std::string>& keep) {
  check(data, framework);
  auto kept = model::kept_variables(framework, data, keep);
  IndicatorTable table = model::computed(framework, data, execution);
  model::warn_of_baselines(framework, data.rows, table);
  table.rows = data.rows;
  table.fingerprint = framework.fingerprint;
  table.variables = std::move(kept);
  return table;
}

IndicatorTable evaluate(const Framework& framework, Dataset&& data, const Execution& execution,
                        const std::vector<std::string>& keep) {
  check(data, framework);
  auto kept = model::kept_variables(framework, data, keep);
  IndicatorTable table = model::computed_or_taken_over(framework, data, execution);
  model::warn_of_baselines(framework, data.rows, table);
  table.rows = std::move(data.rows);
  table.fingerprint = framework.fingerprint;
  table.variables = std::move(kept);
  data = {};  // its memory is free from here on, not from where the caller's object ends
  return table;
}

}  // namespace tijian
