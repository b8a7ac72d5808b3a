#include "model/scoring_plan.h"

#include <algorithm>

#include "base/catalogue.h"
#include "model/rules.h"
#include "model/weights.h"

namespace tijian::model {
namespace {

template <class Entry>
Resolved<Entry> resolved(const std::vector<Entry>& family, const Choice& written) {
  const Entry* entry = find_method(family, written.name);
  return entry ? Resolved<Entry>{entry, resolve(written, *entry)} : Resolved<Entry>{};
}

/// How a category's children become its score: the entry that names it, else the one for its height
/// above the leaves.
const Aggregation& aggregation_of(const std::vector<Aggregation>& aggregate, const Node& category) {
  static const Aggregation otherwise;
  const Aggregation* by_height = &otherwise;
  int height = 0;
  for (const Aggregation& one : aggregate) {
    if (std::ranges::find(one.nodes, category.id) != one.nodes.end()) return one;
    if (one.nodes.empty() && ++height <= category.height) by_height = &one;
  }
  return *by_height;
}

int decimals_of(const Rounding& round, const Node& node) {
  const auto& decimals = node.indicator >= 0 ? round.indicator
                         : node.parent < 0   ? round.index
                                             : round.category;
  return decimals.value_or(-1);
}

void plan_category(const Node& node, const Method& method, const MethodTable& table,
                   NodePlan& own) {
  const Aggregation& aggregation = aggregation_of(method.aggregate, node);
  own.mean = resolved(table.aggregators, aggregation.mean);
  if (aggregation.normalise) own.rescaling = resolved(table.normalisers, *aggregation.normalise);
  const auto& fill = method.missing.fill;
  own.filled = fill && std::ranges::find(fill->nodes, node.id) != fill->nodes.end();
}

void plan_nodes(const Framework& framework, const Method& method, const MethodTable& table,
                ScoringPlan& plan) {
  plan.nodes.resize(framework.nodes.size());
  for (std::size_t n = framework.nodes.size(); n-- > 0;) {  // children before parents
    const Node& node = framework.nodes[n];
    NodePlan& own = plan.nodes[n];
    own.decimals = decimals_of(method.round, node);
    if (node.indicator >= 0) {
      if (framework.indicators[node.indicator].binding) own.binding = {node.indicator};
      continue;
    }
    plan_category(node, method, table, own);
    plan.whole_table |= own.rescaling || (own.mean && own.mean->needs_peers);
    for (const int child : node.children) {
      const auto& below = plan.nodes[child].binding;
      own.binding.insert(own.binding.end(), below.begin(), below.end());
    }
  }
}

}  // namespace

ScoringPlan plan_scoring(const Framework& framework, const Method& method,
                         const MethodTable& table) {
  ScoringPlan plan;
  for (const Indicator& indicator : framework.indicators)
    plan.by_sample.push_back(scaled_by_sample(method, indicator));
  const Resolved<Imputer> impute = resolved(table.imputers, method.impute);
  plan.sibling_mean = impute && impute->after_normalising;
  if (impute && (impute->fit || impute->fill)) plan.impute = impute;
  const Resolved<Treater> treat = resolved(table.treaters, method.treat);
  if (treat && treat->fit) plan.treat = treat;
  plan.normalise = resolved(table.normalisers, method.normalise);
  plan.whole_table = method.missing.fill.has_value();
  plan_nodes(framework, method, table, plan);
  return plan;
}

namespace {

/// A part of the method with which something cannot be done.
Diagnostic refusal(const char* code, const Framework& framework, const std::string& key,
                   const std::string& name) {
  return base::make_diagnostic(code, {framework.path}, {{"key", key}, {"method", name}},
                               "method." + key);
}

}  // namespace

std::optional<Diagnostic> unmergeable(const ScoringPlan& plan, const Framework& framework,
                                      const Method& method, const MethodTable& table) {
  const auto fault = [&](const char* key, const std::string& name) {
    return refusal("M652", framework, key, name);
  };
  if (plan.impute) return fault("impute", method.impute.name);
  if (plan.treat) return fault("treat", method.treat.name);
  const bool by_sample = std::ranges::find(plan.by_sample, 1) != plan.by_sample.end();
  const bool needs_place = method.normalise.parameters.contains("place");
  if (by_sample && (plan.normalise->needs_values || needs_place))
    return fault("normalise", method.normalise.name);
  const WeightingNeeds needs = weighting_needs(method, table);
  const bool ranges = std::ranges::any_of(framework.indicators, [](const Indicator& indicator) {
    return indicator.direction == Direction::range;
  });
  if (needs.values || (needs.data && ranges)) return fault("weights", method.weights.name);
  return {};
}

std::optional<Diagnostic> unsavable(const ScoringPlan& plan, const Framework& framework,
                                    const Method& method) {
  const auto fault = [&](const char* key, const std::string& name) {
    return refusal("M692", framework, key, name);
  };
  if (method.reference.periods == Reference::Periods::each)
    return fault("reference", "periods: each");
  if (plan.impute && !plan.impute->fit) return fault("impute", method.impute.name);
  for (const NodePlan& node : plan.nodes) {
    if (node.mean && node.mean->needs_peers) return fault("aggregate", node.mean->name);
    if (node.rescaling) return fault("aggregate.normalise", node.rescaling->name);
  }
  return {};
}

}  // namespace tijian::model
