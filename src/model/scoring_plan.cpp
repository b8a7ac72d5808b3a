#include "model/scoring_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/aggregation.h"
#include "model/check_method.h"
#include "model/collect.h"
#include "model/rules.h"

namespace tijian::model {
namespace {

LeafPlan plan_leaf(const Model& model, const Normaliser& normaliser, int j) {
  LeafPlan leaf;
  leaf.indicator = j;
  const Indicator& indicator = model.framework->indicators[j];
  if (!scaled_by_sample(model.method, indicator)) {
    leaf.value_scale.emplace(indicator.score);
    leaf.line = leaf.value_scale->line().has_value();
    if (leaf.line) leaf.scale = *leaf.value_scale->line();
  } else if (model.strata.size() == 1 && !normaliser.apply &&
             model.strata[0].treatments[j].method.empty()) {
    leaf.scale = model.strata[0].scales[j];
    leaf.line = !std::isnan(leaf.scale.factor);
  }
  leaf.line = leaf.line && leaf.scale.unit == 1;
  return leaf;
}

int decimals_of(const Method& method, const Node& node) {
  const auto& decimals = node.indicator >= 0 ? method.round.indicator
                         : node.parent < 0   ? method.round.index
                                             : method.round.category;
  return decimals.value_or(-1);
}

/// Whether the fitted weights share a node out as those of min_coverage do.
bool covers_by_weight(const NodePlan& own) {
  const auto& given = own.coverage_weights;
  const double all = std::accumulate(given.begin(), given.end(), 0.0);
  for (std::size_t k = 0; k < given.size(); ++k)
    if (std::abs(own.weights[k] * all - given[k] * own.total) > 1e-12 * all * own.total)
      return false;
  return true;
}

bool fuses(const ScoringPlan& plan, const Model& model, const Node& node, bool all_applicable) {
  const NodePlan& own = plan.nodes[&node - model.framework->nodes.data()];
  return own.aggregator->exponent(own.choice) == 1.0 && !own.rescaled_by && own.total > 0 &&
         (model.method.missing.min_coverage == 0 || covers_by_weight(own)) && all_applicable &&
         !plan.sibling_mean && !plan.whole_table &&
         std::ranges::all_of(node.children, [&](int child) {
           return plan.nodes[child].leaf.line && plan.nodes[child].decimals < 0;
         });
}

}  // namespace

ScoringPlan plan_scoring(const Model& model, bool all_applicable) {
  const Framework& framework = *model.framework;
  const Method& method = model.method;
  ScoringPlan plan;
  plan.normaliser = find_method(model.methods->normalisers, method.normalise.name);
  const Imputer* imputer = find_method(model.methods->imputers, method.impute.name);
  plan.sibling_mean = imputer && imputer->after_normalising;
  plan.whole_table = compares_places(method, *model.methods);
  plan.nodes.resize(framework.nodes.size());
  for (std::size_t n = framework.nodes.size(); n-- > 0;) {  // children before parents
    const Node& node = framework.nodes[n];
    NodePlan& own = plan.nodes[n];
    own.decimals = decimals_of(method, node);
    if (node.indicator >= 0) {
      own.leaf = plan_leaf(model, *plan.normaliser, node.indicator);
      if (framework.indicators[node.indicator].binding) own.binding = {node.indicator};
      continue;
    }
    const Aggregation& aggregation = aggregation_of(method.aggregate, node);
    own.aggregator = find_method(model.methods->aggregators, aggregation.mean.name);
    own.choice = resolve(aggregation.mean, *own.aggregator);
    if (aggregation.normalise) {
      own.rescaled_by = find_method(model.methods->normalisers, aggregation.normalise->name);
      own.rescaling = resolve(*aggregation.normalise, *own.rescaled_by);
    }
    for (int child : node.children) {
      own.weights.push_back(model.weights[child]);
      own.total += model.weights[child];
      own.coverage_weights.push_back(coverage_weight(method.missing, model.given[child]));
      const auto& below = plan.nodes[child].binding;
      own.binding.insert(own.binding.end(), below.begin(), below.end());
    }
    own.filled = method.missing.fill && std::ranges::find(method.missing.fill->nodes, node.id) !=
                                            method.missing.fill->nodes.end();
    own.fused = fuses(plan, model, node, all_applicable);
    if (!own.fused && std::ranges::any_of(node.children, [&](int child) {
          return framework.nodes[child].indicator >= 0;
        }))
      plan.all_fused = false;
  }
  return plan;
}

}  // namespace tijian::model
