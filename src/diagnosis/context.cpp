#include "diagnosis/context.h"

namespace tijian::diagnosis {

std::vector<double> context_values(const Run& run, const std::string& id) {
  if (const auto known = run.table.variables.find(id); known != run.table.variables.end())
    return known->second;
  std::vector<double> values(static_cast<std::size_t>(run.table.rows.size()), missing);
  const int indicator = run.framework->find_indicator(id);
  for (Index row = 0; indicator >= 0 && row < run.table.rows.size(); ++row)
    if (run.table.applies(row, indicator))
      values[static_cast<std::size_t>(row)] = run.table.values(row, indicator);
  return values;
}

}  // namespace tijian::diagnosis
