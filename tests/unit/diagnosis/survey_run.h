#pragma once
#include <initializer_list>
#include <memory>
#include <vector>

#include "tijian/diagnosis.h"
#include "unit/model/small_framework.h"

namespace tijian::testing {

/// A run of 2022 over values of the indicators, one list a place, with that many answers each in
/// the framework's only variable.
inline Run survey_run(const Framework& f, std::initializer_list<std::vector<double>> values,
                      const std::vector<double>& answers) {
  Run run;
  run.framework = std::make_shared<Framework>(f);
  run.table = table_of(values, year(2022));
  run.data.rows = run.table.rows;
  run.data.columns = {{0, -1, {}}};
  run.data.values.resize(answers.size(), 1);
  for (std::size_t row = 0; row < answers.size(); ++row)
    run.data.values(static_cast<Index>(row), 0) = answers[row];
  run.model = fit_or_throw(f, {}, run.table);
  run.card = apply(run.model, run.table);
  return run;
}

}  // namespace tijian::testing
