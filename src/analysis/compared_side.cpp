#include "analysis/compared_side.h"

#include <cmath>

#include "model/rules.h"
#include "tijian/missing.h"

namespace tijian::analysis {

ComparedSide::ComparedSide(const Side& side, const Execution& execution)
    : side_(side),
      framework_(*side.model.framework),
      scores_only_{.details = false, .threads = execution.threads},
      plan_(model::plan_scoring(framework_, side.model.method, *side.model.methods)) {}

void ComparedSide::match(std::vector<Index> rows) { rows_ = std::move(rows); }

void ComparedSide::score(const ComparedSide& other) {
  card_ = apply(side_.model, side_.table, scores_only_);
  IndicatorTable table = side_.table;
  for (std::size_t j = 0; j < framework_.indicators.size(); ++j) {
    const Indicator& indicator = framework_.indicators[j];
    const int k = other.framework_.find_indicator(indicator.id);
    if (k < 0 || other.framework_.indicators[k].unit != indicator.unit) continue;
    for (std::size_t pair = 0; pair < rows_.size(); ++pair)
      table.values(rows_[pair], j) = other.side_.table.values(other.rows_[pair], k);
  }
  crossed_ = apply(side_.model, table, scores_only_).score;
}

std::vector<int> ComparedSide::ranks() const {
  const Scorecard card =
      apply(side_.model, side_.table, {.nodes = Nodes::index, .threads = scores_only_.threads});
  std::vector<int> ranks(card.rank.column(0).begin(), card.rank.column(0).end());
  for (Index row = 0; row < std::ssize(ranks); ++row)
    if (card.ranked_with(row, 0) < 2) ranks[row] = 0;
  return ranks;
}

Eigen::ArrayXd ComparedSide::column(const Matrix<double>& all, int node) const {
  Eigen::ArrayXd out = Eigen::ArrayXd::Constant(rows_.size(), missing);
  for (std::size_t pair = 0; pair < rows_.size() && node >= 0; ++pair)
    out[pair] = all(rows_[pair], node);
  return out;
}

Eigen::ArrayXd ComparedSide::counted(int node) const {
  const Eigen::ArrayXd own = scores(node);
  if (node < 0 || !turned(node)) return own;
  return plan_.nodes[node].scale.turn - own;
}

double ComparedSide::figure(std::size_t pair, int node) const {
  if (node < 0) return missing;
  const int leaf = framework_.nodes[node].indicator;
  return leaf >= 0 ? side_.table.values(rows_[pair], leaf) : card_.score(rows_[pair], node);
}

bool ComparedSide::implausible(std::size_t pair, int node) const {
  const int leaf = node < 0 ? -1 : framework_.nodes[node].indicator;
  const auto& marked = side_.table.implausible;
  return leaf >= 0 && marked.size() > 0 && marked(rows_[pair], leaf);
}

NodeState ComparedSide::state_of(int node, const std::vector<int>& children) const {
  const model::NodePlan& plan = plan_.nodes[node];
  NodeState state{{}, {}, plan.mean.entry, plan.mean.choice};
  state.scores.resize(rows_.size(), children.size());
  for (std::size_t k = 0; k < children.size(); ++k) {
    state.weights.push_back(children[k] < 0 ? missing : side_.model.weights[children[k]]);
    state.scores.col(k) = counted(children[k]);
  }
  return state;
}

std::vector<int> ComparedSide::breaches(int node, std::size_t pair) const {
  return model::breaches(framework_, side_.table, rows_[pair], plan_.nodes[node].binding);
}

IndexCoverage ComparedSide::coverage(std::size_t pair) const {
  model::Coverage parts;
  for (const int child : framework_.nodes[0].children) {
    const int column = card_.column(child);
    if (std::isnan(card_.coverage_of(rows_[pair], column))) continue;  // does not apply
    parts.add(model::coverage_weight(side_.model.method.missing, side_.model.given[child]),
              !std::isnan(card_.score(rows_[pair], column)));
  }
  return {card_.coverage_of(rows_[pair], 0), parts.share(), plan_.nodes[0].min_coverage};
}

bool ComparedSide::measured(const std::string& indicator, std::size_t pair) const {
  const int own = framework_.find_indicator(indicator);
  return own >= 0 && !std::isnan(side_.table.values(rows_[pair], own));
}

}  // namespace tijian::analysis
