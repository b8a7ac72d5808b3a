#include "model/check_method.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/value_text.h"
#include "model/collect.h"
#include "model/transform.h"
#include "model/weights.h"
#include "tijian/check.h"

namespace tijian::model {
namespace {

/// What of a method does not fit the data.
class DataCheck {
 public:
  DataCheck(const Framework& framework, const Method& method, const Rows& rows)
      : framework_(framework), method_(method), rows_(rows) {}

  std::vector<Diagnostic> run() {
    for (const Choice& one : method_.impute) attribute(base::text_of(one, "group"), "impute.group");
    attribute(scale_peers(framework_, method_.reference).attribute, "reference.group");
    if (method_.missing.fill) attribute(method_.missing.fill->group, "missing.fill.group");
    place(method_.normalise, "normalise.place");
    for (const Indicator& indicator : framework_.indicators)
      if (indicator.normalise) own_place(indicator);
    for (const Aggregation& one : method_.aggregate)
      if (one.normalise) place(*one.normalise, "aggregate.normalise.place");
    return std::move(diagnostics_);
  }

 private:
  Diagnostic& report(const char* code, const char* in, const std::string& found,
                     const std::vector<std::string>& names) {
    const Text listed = names.empty() ? Text{"(none)", "（无）"} : Text{base::joined(names)};
    return diagnostics_.emplace_back(base::make_diagnostic(code, place_in(method_, framework_, in),
                                                           {{"found", found}, {"names", listed}},
                                                           std::string("method.") + in));
  }

  void attribute(const std::string& name, const char* in) {
    if (name.empty() || rows_.attribute(name)) return;
    std::vector<std::string> names;
    for (const Attribute& one : rows_.attributes) names.push_back(one.name);
    report("M657", in, name, names);
  }

  void place(const Choice& normaliser, const char* in) {
    const std::string name = base::text_of(normaliser, "place");
    if (name.empty() || std::ranges::find(rows_.places, name) != rows_.places.end()) return;
    base::suggest(report("M658", in, name, {}), name, rows_.places);
  }

  void own_place(const Indicator& indicator) {
    const std::size_t before = diagnostics_.size();
    place(*indicator.normalise, "");
    if (diagnostics_.size() == before) return;
    diagnostics_.back().where = indicator.where;
    diagnostics_.back().in = indicator.id + ".score.normalise.place";
  }

  const Framework& framework_;
  const Method& method_;
  const Rows& rows_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Citation place_in(const Method& method, const Framework& framework, std::string_view part) {
  const auto written = method.where.of_key.find(part.substr(0, part.find_first_of(".[")));
  return written == method.where.of_key.end() ? Citation{framework.path} : written->second;
}

std::vector<Diagnostic> check_method(const Framework& framework, const Method& method,
                                     const MethodTable& table, const IndicatorTable* data) {
  std::vector<Diagnostic> diagnostics = check(method, framework, table);
  if (data && diagnostics.empty()) diagnostics = DataCheck(framework, method, data->rows).run();
  return diagnostics;
}

std::optional<Diagnostic> without_reference(const Framework& framework, const Method& method,
                                            const Rows& rows) {
  const std::vector<char> reference = reference_rows(method.reference, rows);
  if (std::ranges::find(reference, 1) != reference.end()) return {};
  return base::make_diagnostic("M651", place_in(method, framework, "reference"), {},
                               "method.reference");
}

Needs needs_of(const ScoringPlan& plan, const Framework& framework, const Method& method,
               const MethodTable& table) {
  const WeightingNeeds weighting = weighting_needs(method, table);
  Needs needs;
  for (const Resolved<Normaliser>& one : plan.normalise)
    needs.moments.push_back(weighting.moments || (one && one->needs_moments));
  if (weighting.correlation) needs.pairs = weighting_pairs(framework, method);
  needs.entropy = weighting.entropy;
  needs.sums = weighting.data || !method.reference.weights.empty() ||
               std::ranges::any_of(needs.moments, [](char m) { return m; });
  return needs;
}

}  // namespace tijian::model

namespace tijian {

Loaded<Statistics> collect(const Framework& framework, const Method& method,
                           const IndicatorTable& table, const MethodTable& methods,
                           const Execution& execution) {
  check(table, framework);
  std::vector<Diagnostic> diagnostics = model::check_method(framework, method, methods, &table);
  if (has_errors(diagnostics)) return {std::nullopt, std::move(diagnostics)};
  const model::ScoringPlan plan = model::plan_scoring(framework, method, methods);
  if (auto fault = model::unmergeable(plan, framework, method, methods)) {
    diagnostics.push_back(*fault);
    return {std::nullopt, std::move(diagnostics)};
  }
  const model::Strata strata = model::strata_of(framework, method.reference, table.rows);
  const model::Needs needs = model::needs_of(plan, framework, method, methods);
  const auto rows = model::rows_by_stratum(
      strata, model::reference_rows(method.reference, table.rows), table.rows, needs);
  Matrix<double> changed;
  std::vector<Diagnostic> counted;  // `apply` tells
  const Matrix<double>& values =
      model::scaled_values(framework, method, table.values, changed, counted);
  return {model::collect_statistics(values, strata, rows, needs, execution.threads),
          std::move(diagnostics)};
}

void collect_entropy(Statistics& merged, const Framework& framework, const Method& method,
                     const IndicatorTable& table, const Execution& execution) {
  check(table, framework);
  model::check_sizes(merged, framework);
  std::vector<Eigen::Index> rows;
  const std::vector<char> reference = model::reference_rows(method.reference, table.rows);
  for (Eigen::Index row : model::canonical_order(table.rows))
    if (reference[row]) rows.push_back(row);
  std::vector<Direction> directions;
  for (std::size_t j = 0; j < framework.indicators.size(); ++j)
    directions.push_back(model::weighed_direction(framework, method, static_cast<int>(j),
                                                  framework.indicators[j].direction));
  Matrix<double> changed;
  std::vector<Diagnostic> counted;  // `apply` tells
  model::add_entropy_sums(merged,
                          model::scaled_values(framework, method, table.values, changed, counted),
                          rows, directions, execution.threads);
}

}  // namespace tijian
