#include "model/check_method.h"

#include <algorithm>
#include <set>

#include "base/catalogue.h"
#include "model/collect.h"
#include "model/weights.h"

namespace tijian::model {
namespace {

class Check {
 public:
  Check(const Framework& framework, const Method& method, const MethodTable& table)
      : framework_(framework), method_(method), table_(table) {}

  std::vector<Diagnostic> run(const IndicatorTable* data) {
    name(table_.imputers, method_.impute, "impute");
    name(table_.treaters, method_.treat, "treat");
    name(table_.normalisers, method_.normalise, "normalise");
    name(table_.weightings, method_.weights, "weights");
    for (const Aggregation& one : method_.aggregate) aggregation(one);
    if (method_.missing.fill)
      for (const std::string& id : method_.missing.fill->nodes) node(id, "missing.fill.nodes");
    keys(method_.weights, "matrices", "weights.matrices", true);
    keys(method_.normalise, "goalposts", "normalise.goalposts", false);
    if (data) check_data(*data);
    return std::move(diagnostics_);
  }

 private:
  template <class Entry>
  void name(const std::vector<Entry>& family, const Choice& choice, const char* key) {
    if (find_method(family, choice.name)) return;
    std::vector<std::string> names;
    for (const Entry& entry : family) names.push_back(entry.name);
    diagnostics_.push_back(base::make_diagnostic(
        "M655", {framework_.path},
        {{"key", key}, {"found", choice.name}, {"names", base::joined(names)}}, key));
  }

  void aggregation(const Aggregation& one) {
    name(table_.aggregators, one.mean, "aggregate");
    for (const std::string& id : one.nodes) category(id);
    if (one.normalise) {
      name(table_.normalisers, *one.normalise, "aggregate.normalise");
      keys(*one.normalise, "goalposts", "aggregate.normalise.goalposts", true);
    }
  }

  void category(const std::string& id) {
    const int found = framework_.find_node(id);
    if (found < 0) return node(id, "aggregate.nodes");
    if (framework_.nodes[found].indicator >= 0) return add("M670", id, categories());
    if (!categories_.insert(id).second) add("M677", id, {});
  }

  std::string categories() const {
    std::vector<std::string> ids;
    for (const Node& one : framework_.nodes)
      if (one.indicator < 0) ids.push_back(one.id);
    return base::joined(ids);
  }

  void add(const char* code, const std::string& found, const std::string& names) {
    diagnostics_.push_back(base::make_diagnostic(
        code, {framework_.path}, {{"found", found}, {"names", names}}, "aggregate.nodes"));
  }

  void node(const std::string& id, const char* key) {
    if (framework_.find_node(id) >= 0) return;
    std::vector<std::string> ids;
    for (const Node& one : framework_.nodes) ids.push_back(one.id);
    const std::string near = base::nearest(id, ids);
    diagnostics_.push_back(
        base::make_diagnostic("M654", {framework_.path},
                              {{"found", id}, {"near", near.empty() ? ids.front() : near}}, key));
  }

  /// The keys of a map parameter name nodes, or indicators.
  void keys(const Choice& choice, const char* parameter, const char* key, bool inner) {
    const auto found = choice.parameters.find(parameter);
    if (found == choice.parameters.end() || !found->second.map()) return;
    for (const auto& [id, value] : *found->second.map()) {
      if (!inner && framework_.find_indicator(id) >= 0) continue;
      node(id, key);
    }
  }

  /// A text parameter; empty where it is left out.
  static std::string text_of(const Choice& choice, const char* parameter) {
    const Value* value = choice.find(parameter);
    return value && value->text() ? *value->text() : std::string{};
  }

  void attribute(const std::string& name, const IndicatorTable& data, const char* key) {
    if (name.empty() || data.rows.attribute(name)) return;
    std::vector<std::string> names;
    for (const Attribute& one : data.rows.attributes) names.push_back(one.name);
    diagnostics_.push_back(base::make_diagnostic(
        "M657", {framework_.path},
        {{"found", name},
         {"names", names.empty() ? Text{"(none)", "（无）"} : Text{base::joined(names)}}},
        key));
  }

  void place(const Choice& normaliser, const IndicatorTable& data, const char* key) {
    const std::string name = text_of(normaliser, "place");
    if (name.empty() || std::ranges::find(data.rows.places, name) != data.rows.places.end()) return;
    diagnostics_.push_back(base::make_diagnostic(
        "M658", {framework_.path},
        {{"found", name}, {"near", base::nearest(name, data.rows.places)}}, key));
  }

  void check_data(const IndicatorTable& data) {
    attribute(text_of(method_.impute, "group"), data, "impute.group");
    attribute(method_.reference.group, data, "reference.group");
    if (method_.missing.fill) attribute(method_.missing.fill->group, data, "missing.fill.group");
    place(method_.normalise, data, "normalise.place");
    for (const Aggregation& one : method_.aggregate)
      if (one.normalise) place(*one.normalise, data, "aggregate.normalise.place");
    const std::vector<char> reference = reference_rows(method_.reference, data.rows);
    if (std::ranges::find(reference, 1) == reference.end())
      diagnostics_.push_back(base::make_diagnostic("M651", {framework_.path}, {}, "reference"));
  }

  const Framework& framework_;
  const Method& method_;
  const MethodTable& table_;
  std::set<std::string> categories_;  ///< that an aggregation names
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> check_method(const Framework& framework, const Method& method,
                                     const MethodTable& table, const IndicatorTable* data) {
  return Check(framework, method, table).run(data);
}

Needs needs_of(const ScoringPlan& plan, const Framework& framework, const Method& method,
               const MethodTable& table) {
  const WeightingNeeds weighting = weighting_needs(method, table);
  Needs needs;
  for (const char by_sample : plan.by_sample)
    needs.moments.push_back(weighting.moments || (by_sample && plan.normalise->needs_moments));
  if (weighting.correlation) needs.pairs = weighting_pairs(framework, method);
  needs.entropy = weighting.entropy;
  needs.sums = weighting.data || std::ranges::any_of(needs.moments, [](char m) { return m; });
  return needs;
}

}  // namespace tijian::model

namespace tijian {

Loaded<Statistics> collect(const Framework& framework, const Method& method,
                           const IndicatorTable& table, const MethodTable& methods,
                           const Execution& execution) {
  std::vector<Diagnostic> diagnostics = model::check_method(framework, method, methods, &table);
  std::erase_if(diagnostics,
                [](const Diagnostic& d) { return d.code == "M651"; });  // a part may be empty
  if (has_errors(diagnostics)) return {std::nullopt, std::move(diagnostics)};
  const model::ScoringPlan plan = model::plan_scoring(framework, method, methods);
  if (auto fault = model::unmergeable(plan, framework, method, methods)) {
    diagnostics.push_back(*fault);
    return {std::nullopt, std::move(diagnostics)};
  }
  const model::Strata strata = model::strata_of(method.reference, table.rows);
  const model::Needs needs = model::needs_of(plan, framework, method, methods);
  const auto rows = model::rows_by_stratum(
      strata, model::reference_rows(method.reference, table.rows), table.rows, needs);
  return {model::collect_statistics(table.values, strata, rows, needs, execution.threads),
          std::move(diagnostics)};
}

void collect_entropy(Statistics& merged, const Framework& framework, const Method& method,
                     const IndicatorTable& table, const Execution& execution) {
  std::vector<Eigen::Index> rows;
  const std::vector<char> reference = model::reference_rows(method.reference, table.rows);
  for (Eigen::Index row : model::canonical_order(table.rows))
    if (reference[row]) rows.push_back(row);
  std::vector<Direction> directions;
  for (const Indicator& indicator : framework.indicators) directions.push_back(indicator.direction);
  model::add_entropy_sums(merged, table.values, rows, directions, execution.threads);
}

}  // namespace tijian
