// What of a node's children is there, what is asked for, and how many indicators that makes.
#include <algorithm>
#include <cmath>

#include "model/block_scorer.h"
#include "model/kernel.h"
#include "model/rules.h"
#include "model/scorable.h"
#include "tijian/missing.h"

namespace tijian::model {

/// Shares of nominal weight that the children of a node have in it.
std::vector<double> BlockScorer::shares_of(int node) const {
  const FittedNode& own = task_.fitted.nodes[node];
  std::vector<double> shares;
  for (const double weight : own.weights)
    shares.push_back(own.total > 0 ? weight / own.total
                                   : 1 / static_cast<double>(own.weights.size()));
  return shares;
}

/// Present and applicable shares of nominal weight below a node.
void BlockScorer::cover(int node) {
  const auto& children = framework_.nodes[node].children;
  const std::vector<double> shares = shares_of(node);
  double* present = present_of(node);
  if (all_applicable_) {
    std::vector<const double*> below;
    for (int child : children) below.push_back(present_of(child));
    return weighted_sum(below, shares, rows_, present);
  }
  double* applicable = applicable_of(node);
  std::fill(present, present + rows_, 0.0);
  std::fill(applicable, applicable + rows_, 0.0);
  for (std::size_t k = 0; k < children.size(); ++k) {
    const double* below = present_of(children[k]);
    const double* base = applicable_of(children[k]);
    for (Eigen::Index i = 0; i < rows_; ++i) {
      if (!(base[i] > 0)) continue;
      present[i] += shares[k] * base[i] * below[i];  // below is a coverage: of what applies
      applicable[i] += shares[k] * base[i];
    }
  }
  for (Eigen::Index i = 0; i < rows_; ++i)
    present[i] = applicable[i] > 0 ? present[i] / applicable[i] : missing;
}

/// Whether a child's score is asked for: what does not apply or is unscored has none to give.
bool BlockScorer::asked_of(int child, Eigen::Index row) {
  if (task_.doubtful[child]) return counts(task_, begin_ + row, child);
  return all_applicable_ || applicable_of(child)[row] > 0;
}

void BlockScorer::require_coverage(int node) {
  const double least = task_.plan.nodes[node].min_coverage;
  if (least <= 0) return;
  const auto& weights = task_.fitted.nodes[node].coverage_weights;
  const auto& children = framework_.nodes[node].children;
  double* score = score_of(node);
  for (Eigen::Index i = 0; i < rows_; ++i) {
    Coverage coverage;
    for (std::size_t k = 0; k < children.size(); ++k)
      if (asked_of(children[k], i)) coverage.add(weights[k], !std::isnan(score_of(children[k])[i]));
    if (!coverage.enough(least)) score[i] = missing;
  }
}

/// Adds how many indicators below have a score and a weight; of those that bear on the node's own,
/// where the categories between have a score too. The fused kernel, which keeps no leaf's score
/// unless the card does, scores all that have a value.
void BlockScorer::count_scored(int node, bool bearing, int* counts) {
  const FittedNode& own = task_.fitted.nodes[node];
  for (std::size_t k = 0; k < own.weights.size(); ++k) {
    const int child = framework_.nodes[node].children[k];
    if (own.weights[k] == 0) continue;
    const int leaf = framework_.nodes[child].indicator;
    const double* score =
        leaf >= 0 && own.fused ? task_.values.column(leaf).data() + begin_ : score_of(child);
    const int* known = leaf < 0 && bearing ? kept(task_.card.scored, child) : nullptr;
    std::vector<int> below(leaf < 0 && !known ? static_cast<std::size_t>(rows_) : 0);
    if (leaf < 0 && !known) count_scored(child, bearing, below.data());
    const int* inner = known ? known : below.data();
    for (Eigen::Index i = 0; i < rows_; ++i) {
      const bool has = !std::isnan(score[i]);
      if (leaf >= 0)
        counts[i] += has;
      else if (has || !bearing)
        counts[i] += inner[i];
    }
  }
}

/// Adds how many indicators below apply and have a weight.
void BlockScorer::count_applicable(int node, int* counts) {
  const FittedNode& own = task_.fitted.nodes[node];
  for (std::size_t k = 0; k < own.weights.size(); ++k) {
    const int child = framework_.nodes[node].children[k];
    if (own.weights[k] == 0) continue;
    const int leaf = framework_.nodes[child].indicator;
    const int* known = leaf < 0 ? kept(task_.card.of, child) : nullptr;
    if (leaf < 0 && !known)
      count_applicable(child, counts);
    else
      for (Eigen::Index i = 0; i < rows_; ++i) counts[i] += known ? known[i] : applies(leaf, i);
  }
}

void BlockScorer::count(int node) {
  int* scored = kept(task_.card.scored, node);
  if (!scored) return;
  int* of = kept(task_.card.of, node);
  std::fill(scored, scored + rows_, 0);
  std::fill(of, of + rows_, 0);
  count_scored(node, true, scored);
  count_applicable(node, of);
}

void BlockScorer::require_indicators(int node) {
  std::vector<int> counts(rows_);
  count_scored(node, false, counts.data());
  double* score = score_of(node);
  for (Eigen::Index i = 0; i < rows_; ++i)
    if (counts[i] < task_.plan.nodes[node].min_indicators) score[i] = missing;
}

}  // namespace tijian::model
