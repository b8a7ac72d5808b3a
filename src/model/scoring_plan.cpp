#include "model/scoring_plan.h"

#include <algorithm>
#include <cmath>

#include "base/catalogue.h"
#include "base/value_text.h"
#include "model/check_method.h"
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

ScoreScale between(double low, double high) { return {low, high, low + high}; }

ScoreScale scale_of(const Resolved<Normaliser>& normaliser) {
  if (normaliser.choice.find("range")) {
    const std::vector<double> range = normaliser.choice.numbers("range");
    if (range.size() == 2) return between(range[0], range[1]);
  }
  return normaliser->middle
             ? ScoreScale{missing, missing, 2 * normaliser->middle(normaliser.choice)}
             : ScoreScale{};
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// What children of several scales have in common.
ScoreScale common(const ScoreScale& a, const ScoreScale& b) {
  if (!same(a.low, b.low) || !same(a.high, b.high))
    return {missing, missing, same(a.turn, b.turn) ? a.turn : missing};
  return {a.low, a.high, same(a.turn, b.turn) ? a.turn : missing};
}

/// The scale of a category's scores; those of its children are known.
ScoreScale scale_of(const Node& node, const NodePlan& own, const std::vector<NodePlan>& nodes) {
  if (own.rescaling) return scale_of(own.rescaling);
  if (!own.mean || !own.mean->keeps_scale || node.children.empty()) return {};
  ScoreScale scale = nodes[node.children.front()].scale;
  for (const int child : node.children) scale = common(scale, nodes[child].scale);
  return scale;
}

/// A leaf's scores: value functions give 0..100.
ScoreScale scale_of(const Resolved<Normaliser>* normaliser) {
  return normaliser ? scale_of(*normaliser) : between(0, 100);
}

void plan_category(const Node& node, const Method& method, const MethodTable& table,
                   NodePlan& own) {
  const Aggregation& aggregation = aggregation_of(method.aggregate, node);
  own.mean = resolved(table.aggregators, aggregation.mean);
  if (aggregation.normalise) own.rescaling = resolved(table.normalisers, *aggregation.normalise);
  own.min_coverage = aggregation.min_coverage.value_or(method.missing.min_coverage);
  own.min_indicators = aggregation.min_indicators.value_or(method.missing.min_indicators);
  own.decimals_before = aggregation.round.value_or(-1);
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
      const auto& normaliser = plan.normalise[node.indicator];
      own.scale = scale_of(normaliser ? &normaliser : nullptr);
      if (framework.indicators[node.indicator].binding) own.binding = {node.indicator};
      continue;
    }
    plan_category(node, method, table, own);
    plan.counts_indicators |= own.min_indicators > 0;
    plan.whole_table |= own.rescaling || (own.mean && own.mean->needs_peers);
    for (const int child : node.children) {
      const auto& below = plan.nodes[child].binding;
      own.binding.insert(own.binding.end(), below.begin(), below.end());
    }
    own.scale = scale_of(node, own, plan.nodes);
    own.turned = turned(node);
    if (!own.binding.empty() && !std::isnan(own.scale.low))
      own.cap = cap_on(own.scale.low, own.scale.high, node.direction == Direction::lower);
  }
}

}  // namespace

ScoringPlan plan_scoring(const Framework& framework, const Method& method,
                         const MethodTable& table) {
  ScoringPlan plan;
  for (const Indicator& indicator : framework.indicators)
    plan.normalise.push_back(scaled_by_sample(method, indicator)
                                 ? resolved(table.normalisers, normaliser_of(method, indicator))
                                 : Resolved<Normaliser>{});
  for (const Choice& choice : method.impute) {
    const Resolved<Imputer> one = resolved(table.imputers, choice);
    plan.sibling_mean |= one && one->after_normalising;
    if (one && (one->fit || one->fill)) plan.impute.push_back(one);
  }
  const Resolved<Treater> treat = resolved(table.treaters, method.treat);
  if (treat && treat->fit) plan.treat = treat;
  plan.whole_table = method.missing.fill.has_value();
  plan_nodes(framework, method, table, plan);
  return plan;
}

namespace {

/// A part of the method with which something cannot be done.
Diagnostic refusal(const char* code, const Method& method, const Framework& framework,
                   const std::string& key, const std::string& name) {
  return base::make_diagnostic(code, place_in(method, framework, key),
                               {{"key", key}, {"method", name}}, "method." + key);
}

}  // namespace

std::vector<Diagnostic> unscaled(const ScoringPlan& plan, const Framework& framework) {
  std::vector<Diagnostic> diagnostics;
  for (std::size_t n = 0; n < plan.nodes.size(); ++n) {
    const NodePlan& own = plan.nodes[n];
    const Node& node = framework.nodes[n];
    if (own.turned && std::isnan(own.scale.turn))
      diagnostics.push_back(base::make_diagnostic("M678", node.where, {{"node", node.id}}));
    if (node.indicator < 0 && !own.binding.empty() && !own.cap)
      diagnostics.push_back(base::make_diagnostic("M679", node.where, {{"node", node.id}}));
  }
  return diagnostics;
}

std::optional<Diagnostic> unmergeable(const ScoringPlan& plan, const Framework& framework,
                                      const Method& method, const MethodTable& table) {
  const auto fault = [&](const char* key, const std::string& name) {
    return refusal("M652", method, framework, key, name);
  };
  if (!plan.impute.empty()) return fault("impute", plan.impute.front()->name);
  if (!method.reference.weights.empty())
    return fault("reference.weights", method.reference.weights);
  if (plan.treat) return fault("treat", method.treat.name);
  for (const Resolved<Normaliser>& one : plan.normalise)
    if (one && (one->needs_values || !base::text_of(one.choice, "place").empty()))
      return fault("normalise", one->name);
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
    return refusal("M692", method, framework, key, name);
  };
  if (method.reference.periods == Reference::Periods::each)
    return fault("reference", "periods: each");
  for (const Resolved<Imputer>& one : plan.impute)
    if (!one->fit) return fault("impute", one->name);
  for (const NodePlan& node : plan.nodes) {
    if (node.mean && node.mean->needs_peers) return fault("aggregate", node.mean->name);
    if (node.rescaling) return fault("aggregate.normalise", node.rescaling->name);
  }
  return {};
}

}  // namespace tijian::model
