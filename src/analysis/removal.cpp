#include "analysis/removal.h"

#include <cmath>

#include "analysis/runs.h"
#include "base/threads.h"
#include "model/weights.h"

namespace tijian::analysis {
namespace {

std::vector<int> nodes_below(const Framework& framework, int top) {
  std::vector<int> below;
  for (std::size_t node = top + 1; node < framework.nodes.size(); ++node) {
    int up = framework.nodes[node].parent;
    while (up > top) up = framework.nodes[up].parent;
    if (up == top) below.push_back(static_cast<int>(node));
  }
  return below;
}

std::shared_ptr<const Framework> without(const Framework& framework, int node) {
  auto copy = std::make_shared<Framework>(framework);
  std::vector<double> weights = model::given_weights(framework);
  drop_node(framework, node, weights);
  for (std::size_t n = 0; n < weights.size(); ++n) copy->nodes[n].weight = weights[n];
  return copy;
}

Removal remove(const Experiment& e, const Ranker& ranker, int node) {
  Removal out;
  out.node = node;
  Loaded<Model> fitted =
      fit(without(*e.framework, node), e.method, e.table, e.methods, {.threads = 1});
  if (!fitted) {
    out.problem = reason_of(fitted.diagnostics);
    return out;
  }
  const Scorecard card =
      apply(*fitted, e.table, {.nodes = e.kept_nodes(), .details = e.caps(), .threads = 1});
  const NodeScores scores = NodeScores::of(card, e.node);
  out.score.assign(scores.score.begin(), scores.score.end());
  for (const Eigen::Index row : ranker.ranked())
    if (!std::isfinite(out.score[row])) {
      out.problem = reason_of(card.diagnostics);
      return out;
    }
  const Eigen::Index rows = e.table.rows.size();
  std::vector<int> nominal(rows), above(rows);
  ranker.rank(e.nominal, nominal.data(), above.data());
  out.rank.resize(rows);
  ranker.rank(scores, out.rank.data(), above.data());
  out.rank_shift = ranker.mean_shift(out.rank.data(), nominal.data());
  return out;
}

}  // namespace

std::vector<Removal> remove_in_turn(const Experiment& e, const Ranker& ranker) {
  const std::vector<int> nodes = nodes_below(*e.framework, e.node);
  std::vector<Removal> removals(nodes.size());
  base::parallel_for(nodes.size(), e.options.threads,
                     [&](std::size_t k) { removals[k] = remove(e, ranker, nodes[k]); });
  return removals;
}

}  // namespace tijian::analysis
