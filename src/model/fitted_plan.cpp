#include "model/fitted_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/peers.h"
#include "model/rules.h"

namespace tijian::model {
namespace {

/// Whether all rows are of one stratum, whatever they are.
bool one_stratum(const Model& model) {
  const Reference& reference = model.method.reference;
  return scale_peers(*model.framework, reference).attribute.empty() &&
         reference.periods != Reference::Periods::each;
}

LeafScale scale_leaf(const ScoringPlan& plan, const Model& model, int j) {
  LeafScale leaf;
  leaf.indicator = j;
  if (!plan.by_sample(j)) {
    leaf.value_scale.emplace(model.framework->indicators[j], *model.methods);
    leaf.line = leaf.value_scale->line().has_value();
    if (leaf.line) leaf.scale = *leaf.value_scale->line();
  } else if (one_stratum(model) && model.strata.size() == 1 && !plan.normalise[j]->apply &&
             model.strata[0].treatments[j].method.empty()) {
    leaf.scale = model.strata[0].scales[j];
    leaf.line = !std::isnan(leaf.scale.factor);
  }
  // Through a transform a value may have no score, which the fused kernel does not tell apart.
  const bool plain = !transforms(model.method, model.framework->indicators[j]);
  leaf.line = leaf.line && leaf.scale.unit == 1 && plain;
  return leaf;
}

/// Whether the fitted weights share a node out as those of min_coverage do.
bool covers_by_weight(const FittedNode& own) {
  const auto& given = own.coverage_weights;
  const double all = std::accumulate(given.begin(), given.end(), 0.0);
  for (std::size_t k = 0; k < given.size(); ++k)
    if (std::abs(own.weights[k] * all - given[k] * own.total) > coverage_slack * all * own.total)
      return false;
  return true;
}

bool fuses(const ScoringPlan& plan, const NodePlan& node, const FittedNode& own) {
  return node.mean->exponent(node.mean.choice) == 1.0 && !node.rescaling &&
         node.decimals_before < 0 && own.total > 0 &&
         (node.min_coverage == 0 || covers_by_weight(own)) && !plan.sibling_mean &&
         !plan.counts_indicators && !plan.whole_table;
}

}  // namespace

FittedPlan plan_numbers(const ScoringPlan& plan, const Model& model, bool all_applicable) {
  const Framework& framework = *model.framework;
  const MissingRules& missing = model.method.missing;
  FittedPlan fitted;
  fitted.nodes.resize(framework.nodes.size());
  for (std::size_t n = framework.nodes.size(); n-- > 0;) {  // children before parents
    const Node& node = framework.nodes[n];
    FittedNode& own = fitted.nodes[n];
    if (node.indicator >= 0) {
      own.leaf = scale_leaf(plan, model, node.indicator);
      continue;
    }
    bool lines = true, any_leaf = false;
    for (const int child : node.children) {
      own.weights.push_back(model.weights[child]);
      own.total += model.weights[child];
      own.coverage_weights.push_back(coverage_weight(missing, model.given[child]));
      lines = lines && fitted.nodes[child].leaf.line && plan.nodes[child].decimals < 0;
      any_leaf = any_leaf || framework.nodes[child].indicator >= 0;
    }
    own.fused = all_applicable && lines && fuses(plan, plan.nodes[n], own);
    if (any_leaf && !own.fused) fitted.all_fused = false;
  }
  return fitted;
}

}  // namespace tijian::model
