#include "dataset/check.h"

#include "model/check_model.h"
#include "tijian/model.h"

namespace tijian {
namespace {

/// `name` has one entry for each of the framework's `things`.
void check_count(std::string_view name, std::size_t found, std::size_t wanted,
                 std::string_view things) {
  if (found != wanted)
    throw UsageError(
        fmt::format("{} has {} entries, the framework has {} {}", name, found, wanted, things));
}

}  // namespace

void check(const IndicatorTable& table, const Framework& framework) {
  check(table.rows);
  dataset::check_fingerprint(table.fingerprint, framework, "the table");
  const Index rows = table.rows.size(), columns = std::ssize(framework.indicators);
  if (table.values.cols() != columns)
    throw UsageError(fmt::format("values has {} columns, the framework has {} indicators",
                                 table.values.cols(), columns));
  if (table.values.rows() != rows)
    throw UsageError(fmt::format("values has {} rows, rows has {}", table.values.rows(), rows));
  dataset::check_beside(table.applicable, "applicable", rows, columns);
  dataset::check_beside(table.synthetic, "synthetic", rows, columns);
  dataset::check_beside(table.uncited, "uncited", rows, columns);
  dataset::check_beside(table.standard_error, "standard_error", rows, columns);
}

void check(const Model& model) {
  if (!model.framework) throw UsageError("the model has no framework");
  if (!model.methods) throw UsageError("the model has no table of methods");
  const Framework& framework = *model.framework;
  const std::size_t nodes = framework.nodes.size(), indicators = framework.indicators.size();
  check_count("weights", model.weights.size(), nodes, "nodes");
  check_count("given", model.given.size(), nodes, "nodes");
  for (const Model::Stratum& stratum : model.strata) {
    check_count("scales", stratum.scales.size(), indicators, "indicators");
    check_count("treatments", stratum.treatments.size(), indicators, "indicators");
    check_count("constant", stratum.constant.size(), indicators, "indicators");
  }
  model::require_whole(model);
}

}  // namespace tijian
