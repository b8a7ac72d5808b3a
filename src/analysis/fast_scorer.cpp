#include "analysis/fast_scorer.h"

#include <algorithm>
#include <cmath>

#include "model/rules.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

using Table = Eigen::ArrayXXd;

std::vector<Eigen::Index> breached_rows(const Experiment& e, const std::vector<int>& binding) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index row = 0; row < e.table.rows.size(); ++row)
    if (model::breached(*e.framework, e.table, row, binding)) rows.push_back(row);
  return rows;
}

}  // namespace

std::optional<FastScorer> FastScorer::make(const Experiment& e, const Scenario& scenario,
                                           const model::ScoringPlan& plan) {
  if (!scenario.model || plan.whole_table) return {};
  FastScorer scorer;
  scorer.rows_ = e.table.rows.size();
  scorer.part_of_.assign(e.framework->nodes.size(), -1);
  if (!scorer.add_part(e, scenario, plan, e.node)) return {};
  return scorer;
}

bool FastScorer::add_part(const Experiment& e, const Scenario& scenario,
                          const model::ScoringPlan& plan, int node) {
  const model::NodePlan& own = plan.nodes[node];
  const auto mean = MeanFunction::of(*own.mean.entry, own.mean.choice);
  if (!mean || own.decimals >= 0 || own.decimals_before >= 0 || own.min_indicators > 0)
    return false;
  if (own.min_coverage > 0 && e.variation.drop > 0) return false;
  if (own.turned && node != e.node) return false;
  Part part{.mean = *mean};
  std::vector<int> leaves, inner;
  for (int child : e.framework->nodes[node].children)
    (e.framework->nodes[child].indicator >= 0 ? leaves : inner).push_back(child);
  for (int child : inner) {
    if (!add_part(e, scenario, plan, child)) return false;
    part.whole = part.whole && parts_.back().whole;
  }
  part.first_slot = static_cast<int>(slots_.size());
  if (!add_leaves(e, scenario, leaves, part)) return false;
  for (int child : inner) {
    part.inner.push_back({static_cast<int>(slots_.size()), part_of_[child]});
    slots_.push_back(child);
  }
  require_coverage(e, scenario, own, node, part);
  part.cap = own.cap;
  if (own.cap) part.breached = breached_rows(e, own.binding);
  part_of_[node] = static_cast<int>(parts_.size());
  parts_.push_back(std::move(part));
  return true;
}

bool FastScorer::add_leaves(const Experiment& e, const Scenario& scenario,
                            const std::vector<int>& leaves, Part& part) {
  part.leaves = static_cast<int>(leaves.size());
  part.values.setZero(rows_, part.leaves);
  Eigen::MatrixXd present = Eigen::MatrixXd::Ones(rows_, part.leaves);
  Eigen::MatrixXd zeros = Eigen::MatrixXd::Zero(rows_, part.leaves);
  for (int k = 0; k < part.leaves; ++k) {
    slots_.push_back(leaves[k]);
    const int j = e.framework->nodes[leaves[k]].indicator;
    for (Eigen::Index i = 0; i < rows_; ++i) {
      const double score = scenario.leaves(i, j);
      if (std::isnan(score)) {
        present(i, k) = 0;
      } else if (score == 0 && part.mean.zero_rules()) {
        zeros(i, k) = 1;
      } else {
        if (score < 0 && !part.mean.takes_negative()) return false;
        part.values(i, k) = part.mean(score);
        if (!std::isfinite(part.values(i, k))) return false;
      }
    }
  }
  if ((present.array() == 0).any()) {
    part.present = std::move(present);
    part.whole = false;
  }
  if ((zeros.array() > 0).any()) part.zeros = std::move(zeros);
  return true;
}

/// Which rows have enough for a score: by given weights or by count, so that all replications
/// agree.
void FastScorer::require_coverage(const Experiment& e, const Scenario& scenario,
                                  const model::NodePlan& own, int node, Part& part) const {
  std::vector<model::Coverage> coverage(rows_);
  Eigen::ArrayXd fitted = Eigen::ArrayXd::Zero(rows_);
  part.counts.setConstant(rows_, false);
  for (int child : e.framework->nodes[node].children) {
    const double weight = model::coverage_weight(e.method.missing, scenario.model->given[child]);
    const int j = e.framework->nodes[child].indicator;
    const Part* below = j < 0 ? &parts_[part_of_[child]] : nullptr;
    for (Eigen::Index i = 0; i < rows_; ++i) {
      if (!(below ? below->counts[i] : e.table.applies(i, j) && !scenario.unscored(i, j))) continue;
      part.counts[i] = true;
      const bool scored = below ? below->scored[i] : !std::isnan(scenario.leaves(i, j));
      coverage[i].add(weight, scored);
      if (scored) fitted[i] += scenario.model->weights[child];
    }
  }
  part.scored.resize(rows_);
  for (Eigen::Index i = 0; i < rows_; ++i)
    part.scored[i] = fitted[i] > 0 && coverage[i].enough(own.min_coverage);
}

void FastScorer::arrange(const std::vector<double>& weights, double* slots) const {
  for (std::size_t k = 0; k < slots_.size(); ++k) slots[k] = weights[slots_[k]];
}

std::vector<NodeScores> FastScorer::score(const Eigen::MatrixXd& weights,
                                          std::vector<char>& declined) const {
  declined.assign(weights.cols(), 0);
  const Part& own = parts_.back();
  Table scores = run(weights, true, declined), uncapped;
  if (!own.breached.empty()) {
    uncapped = Table::Constant(rows_, weights.cols(), missing);
    const Table free = run(weights, false, declined);
    for (const Eigen::Index row : own.breached)
      uncapped.row(row) = (scores.row(row) == free.row(row)).select(missing, free.row(row));
    own.mean.invert(uncapped);
  }
  own.mean.invert(scores);
  std::vector<NodeScores> out(weights.cols());
  for (Eigen::Index b = 0; b < weights.cols(); ++b) {
    out[b].score = scores.col(b);
    if (uncapped.size() > 0) out[b].uncapped = uncapped.col(b);
  }
  return out;
}

Table FastScorer::run(const Eigen::MatrixXd& weights, bool caps,
                      std::vector<char>& declined) const {
  Batch batch{weights, caps, std::vector<Table>(parts_.size()), declined};
  for (std::size_t p = 0; p < parts_.size(); ++p) score_part(parts_[p], batch, batch.scores[p]);
  return std::move(batch.scores.back());
}

void FastScorer::score_part(const Part& part, Batch& batch, Table& out) const {
  const Eigen::MatrixXd& weights = batch.weights;
  const auto leaves = weights.middleRows(part.first_slot, part.leaves);
  const auto all = weights.middleRows(part.first_slot, part.leaves + part.inner.size());
  const Eigen::RowVectorXd total = all.colwise().sum();
  Table share;  // rows x columns, unless nothing can be missing
  out.resize(rows_, weights.cols());
  out.matrix().noalias() = part.values * leaves;
  if (part.present.size())
    share = (part.present * leaves).array();
  else if (!part.whole)
    share = leaves.colwise().sum().replicate(rows_, 1).array();
  for (const Child& child : part.inner) add_child(part, child, batch, out, share);
  if (part.whole)
    out.rowwise() /= total.array();
  else
    out /= share;
  if (part.zeros.size())
    out = ((part.zeros * leaves).array() > 0).select(part.mean.sum_with_zero(), out);
  if (!part.whole)
    for (Eigen::Index b = 0; b < out.cols(); ++b)
      out.col(b) = part.scored.select(out.col(b), missing);
  if (batch.caps) cap(part, out);
}

void FastScorer::add_child(const Part& part, const Child& child, Batch& batch, Table& sum,
                           Table& share) const {
  const Part& below = parts_[child.part];
  const Table* value = &batch.scores[child.part];
  Table changed;
  if (below.mean != part.mean) {
    changed = *value;
    below.mean.invert(changed);
    if (!part.mean.takes_negative())
      for (Eigen::Index b = 0; b < changed.cols(); ++b)
        if ((changed.col(b) < 0).any()) batch.declined[b] = 1;
    part.mean.apply(changed);
    value = &changed;
  }
  for (Eigen::Index b = 0; b < sum.cols(); ++b) {
    const double w = batch.weights(child.slot, b);
    if (w == 0) continue;  // what has no weight may be missing
    if (below.whole) {
      sum.col(b) += w * value->col(b);
      if (!part.whole) share.col(b) += w;
    } else {
      const auto there = !value->col(b).isNaN();
      sum.col(b) += there.select(w * value->col(b), 0.0);
      share.col(b) += there.select(w, Eigen::ArrayXd::Zero(rows_));
    }
  }
}

void FastScorer::cap(const Part& part, Table& out) const {
  for (const Eigen::Index row : part.breached)
    for (Eigen::Index b = 0; b < out.cols(); ++b) {
      if (part.cap->passed(part.mean.inverse(out(row, b)))) out(row, b) = part.mean(part.cap->at);
    }
}

}  // namespace tijian::analysis
