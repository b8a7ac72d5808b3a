#include "model/check_plan.h"

#include <cmath>

#include "base/catalogue.h"
#include "base/value_text.h"
#include "framework/score_check.h"
#include "method/summary.h"
#include "model/check_method.h"
#include "model/column.h"
#include "model/weights.h"
#include "tijian/check.h"

namespace tijian::model {
namespace {

/// Whether the normaliser finds a scale for a column of a made-up sample.
bool scales(const Resolved<Normaliser>& normaliser, Column column) {
  const std::vector<double> sample{1, 2, 3};
  column.summary = method::summarise(sample);
  column.sorted = sample;
  return !std::isnan(normaliser->fit(column, normaliser.choice).factor);
}

/// Whether the normaliser fails for want of what the column is not told, which no data can mend.
/// What it is told counts as lying within the sample: where it lies, the data will say.
bool lacks_needs(const Resolved<Normaliser>& normaliser, const Column& told) {
  Column all = told;
  all.low = 1, all.high = 3, all.target = 2, all.pass = 1.5, all.reference = 2;
  Column known = all;
  if (std::isnan(told.low)) known.low = missing;
  if (std::isnan(told.high)) known.high = missing;
  if (std::isnan(told.target)) known.target = missing;
  if (std::isnan(told.pass)) known.pass = missing;
  if (base::text_of(normaliser.choice, "place").empty()) known.reference = missing;
  return !scales(normaliser, known) && scales(normaliser, all);
}

void check_indicator(const Resolved<Normaliser>& normaliser, const Indicator& indicator,
                     std::vector<Diagnostic>& diagnostics) {
  if (!normaliser || !lacks_needs(normaliser, describe(normaliser.choice, indicator, {}))) return;
  diagnostics.push_back(base::make_diagnostic(
      "M650", indicator.where, {{"method", normaliser->name}, {"indicator", indicator.id}},
      "normalise"));
}

void check_rescaling(const Resolved<Normaliser>& normaliser, const Node& category,
                     const Citation& where, std::vector<Diagnostic>& diagnostics) {
  Column column;
  if (normaliser) add_goalposts(normaliser.choice, category.id, column);
  if (!normaliser || !lacks_needs(normaliser, column)) return;
  diagnostics.push_back(base::make_diagnostic(
      "M655", where, {{"method", normaliser->name}, {"node", category.id}}, "aggregate.normalise"));
  diagnostics.back().also.push_back(category.where);
}

void check_transform(const Method& method, const Indicator& indicator,
                     std::vector<Diagnostic>& diagnostics) {
  if (!indicator.compiled_transform || transforms(method, indicator)) return;
  diagnostics.push_back(base::make_diagnostic("M660", indicator.where, {{"id", indicator.id}},
                                              indicator.id + ".transform"));
}

}  // namespace

std::vector<Diagnostic> check_plan(const ScoringPlan& plan, const Framework& framework,
                                   const Method& method) {
  std::vector<Diagnostic> diagnostics = unscaled(plan, framework);
  const Citation where = place_in(method, framework, "aggregate");
  for (std::size_t j = 0; j < framework.indicators.size(); ++j) {
    check_indicator(plan.normalise[j], framework.indicators[j], diagnostics);
    check_transform(method, framework.indicators[j], diagnostics);
  }
  for (std::size_t n = 0; n < framework.nodes.size(); ++n)
    check_rescaling(plan.nodes[n].rescaling, framework.nodes[n], where, diagnostics);
  return diagnostics;
}

}  // namespace tijian::model

namespace tijian {

Preview preview(const Method& method, const Framework& framework, const MethodTable& table) {
  Preview seen{model::check_method(framework, method, table, nullptr), {}};
  const auto add = [&](const std::vector<Diagnostic>& more) {
    seen.diagnostics.insert(seen.diagnostics.end(), more.begin(), more.end());
  };
  add(framework::check_scores(framework, table));
  if (has_errors(seen.diagnostics)) return seen;
  add(model::check_plan(model::plan_scoring(framework, method, table), framework, method));
  if (!model::weighting_needs(method, table).data)
    model::node_weights(framework, method, table, {}, nullptr, {}, {}, seen.notes,
                        seen.diagnostics);
  return seen;
}

}  // namespace tijian
