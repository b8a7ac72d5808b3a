#pragma once
#include "unit/model/small_framework.h"

namespace tijian::testing {

inline Choice straight(double zero, double full) {
  return {"linear", {{"zero", {zero}}, {"full", {full}}}};
}

/// A framework scored on that table.
inline Run small_run(const Framework& framework, IndicatorTable table) {
  Run run;
  run.framework = std::make_shared<Framework>(framework);
  run.table = std::move(table);
  run.model = fit_or_throw(*run.framework, run.framework->method, run.table);
  run.card = apply(run.model, run.table);
  return run;
}

/// A text column of the rows, one value a row; empty: none.
inline void add_attribute(Rows& rows, const std::string& name,
                          const std::vector<std::string>& values) {
  Attribute attribute{name, {}, {}};
  for (const std::string& value : values) {
    auto found = std::find(attribute.values.begin(), attribute.values.end(), value);
    if (value.empty()) {
      attribute.of_row.push_back(-1);
      continue;
    }
    if (found == attribute.values.end()) found = attribute.values.insert(found, value);
    attribute.of_row.push_back(static_cast<int>(found - attribute.values.begin()));
  }
  rows.attributes.push_back(std::move(attribute));
}

}  // namespace tijian::testing
