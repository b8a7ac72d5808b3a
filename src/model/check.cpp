#include "dataset/check.h"

#include "model/check_model.h"
#include "tijian/model.h"

namespace tijian {

void check(const IndicatorTable& table, const Framework& framework) {
  check(framework);
  check(table.rows);
  dataset::check_fingerprint(table.fingerprint, framework, "the table");
  const Index rows = table.rows.size(), columns = std::ssize(framework.indicators);
  if (table.values.cols() != columns)
    throw UsageError(fmt::format("values has {} columns, the framework has {} indicators",
                                 table.values.cols(), columns));
  if (table.values.rows() != rows)
    throw UsageError(fmt::format("values has {} rows, rows has {}", table.values.rows(), rows));
  for (const auto& [id, values] : table.variables)
    if (std::ssize(values) != rows)
      throw UsageError(fmt::format("{} has {} values, rows has {}", id, values.size(), rows));
  dataset::check_beside(table.applicable, "applicable", rows, columns);
  dataset::check_beside(table.synthetic, "synthetic", rows, columns);
  dataset::check_beside(table.uncited, "uncited", rows, columns);
  dataset::check_beside(table.implausible, "implausible", rows, columns);
  dataset::check_beside(table.standard_error, "standard_error", rows, columns);
}

void check(const Model& model) { model::require_whole(model); }

}  // namespace tijian
