#include "model/block_scorer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "base/catalogue.h"
#include "method/two_point.h"
#include "model/kernel.h"
#include "model/peers.h"
#include "model/rescale.h"
#include "model/rules.h"
#include "model/scorable.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

double mean_of(std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double median_of(std::vector<double>& values) {
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// To whole parts of a unit, halves away from zero: those too that binary fractions miss by a hair
/// (1.005 is a little less than it looks).
double rounded(double x, double unit) {
  const double parts = x * unit;
  return std::round(parts + std::copysign(1e-9, parts)) / unit;
}

/// One stratum's treatment and scale over a run of rows.
void score_run(const MethodTable& table, const Normaliser& normaliser, const Treatment& treatment,
               const Scale& scale, const double* x, Eigen::Index n, double* score) {
  if (std::isnan(scale.factor)) {
    std::fill(score, score + n, missing);
    return;
  }
  std::copy(x, x + n, score);
  treat(treatment, table, {score, static_cast<std::size_t>(n)});
  if (normaliser.apply) {
    const std::vector<double> treated(score, score + n);
    normaliser.apply(scale, treated, {score, static_cast<std::size_t>(n)});
    return;
  }
  for (Eigen::Index i = 0; i < n; ++i) score[i] = method::affine_score(scale, score[i]);
}

}  // namespace

// Scratch holds, for every node: its score, its present share, its applicable share and its score
// without a cap.
BlockScorer::BlockScorer(ScoringTask& task, Eigen::Index begin, Eigen::Index rows,
                         Matrix<double>& scratch)
    : task_(task),
      framework_(*task.model.framework),
      begin_(begin),
      rows_(rows),
      scratch_(scratch),
      all_applicable_(task.table.applicable.size() == 0) {}

void BlockScorer::run() { inner(0); }

double* BlockScorer::score_of(int node) {
  const int column = task_.card.column(node);
  return column >= 0 ? task_.card.score.column(column).data() + begin_
                     : scratch_.column(scratch_columns * node).data();
}

double* BlockScorer::present_of(int node) {
  double* kept = this->kept(task_.card.coverage, node);
  return kept ? kept : scratch_.column(scratch_columns * node + 1).data();
}

double* BlockScorer::applicable_of(int node) {
  return scratch_.column(scratch_columns * node + 2).data();
}

/// Null where no node is asked for it.
double* BlockScorer::uncapped_of(int node) {
  if (task_.card.uncapped.empty()) return nullptr;
  double* kept = this->kept(task_.card.uncapped, node);
  return kept ? kept : scratch_.column(scratch_columns * node + 3).data();
}

bool BlockScorer::applies(int indicator, Eigen::Index row) const {
  return all_applicable_ || task_.table.applies(begin_ + row, indicator);
}

void BlockScorer::leaf(int node) {
  const LeafScale& leaf = task_.fitted.nodes[node].leaf;
  const int j = leaf.indicator;
  const double* x = task_.values.column(j).data() + begin_;
  double* score = score_of(node);
  if (leaf.value_scale) {
    for (Eigen::Index i = 0; i < rows_; ++i)
      score[i] = (*leaf.value_scale)(x[i], time_of(task_.table.rows.period[begin_ + i]));
  } else {
    for (Eigen::Index i = 0; i < rows_;) {  // runs of rows of one stratum
      const int stratum = task_.strata[begin_ + i];
      Eigen::Index end = i + 1;
      while (end < rows_ && task_.strata[begin_ + end] == stratum) ++end;
      if (stratum < 0) {
        std::fill(score + i, score + end, missing);
      } else {
        const auto& fitted = task_.model.strata[stratum];
        const double* scaled = task_.scaled.column(j).data() + begin_;
        score_run(*task_.model.methods, *task_.plan.normalise[j].entry, fitted.treatments[j],
                  fitted.scales[j], scaled + i, end - i, score + i);
      }
      i = end;
    }
  }
  double* present = present_of(node);
  for (Eigen::Index i = 0; i < rows_; ++i) {
    present[i] = std::isnan(x[i]) ? 0 : 1;
    if (applies(j, i)) continue;
    score[i] = missing;
    present[i] = 0;
  }
  if (!all_applicable_)
    for (Eigen::Index i = 0; i < rows_; ++i) applicable_of(node)[i] = applies(j, i);
  round(node, task_.plan.nodes[node].decimals);
}

void BlockScorer::inner(int node) {
  const NodePlan& plan = task_.plan.nodes[node];
  if (task_.fitted.nodes[node].fused) {
    fused(node);
  } else {
    for (int child : framework_.nodes[node].children)
      framework_.nodes[child].indicator >= 0 ? leaf(child) : inner(child);
    if (task_.plan.sibling_mean) sibling_mean(node);
    aggregate(node);
    require_coverage(node);
    if (plan.min_indicators > 0) require_indicators(node);
    round(node, plan.decimals_before);
    if (plan.rescaling) rescale(node);
    cover(node);
  }
  count(node);
  if (plan.filled) fill(node);
  round(node, plan.decimals);
  if (plan.cap) cap(node);
}

void BlockScorer::fused(int node) {
  const FittedNode& own = task_.fitted.nodes[node];
  std::vector<FusedLeaf> leaves;
  const bool keep = task_.card.column(framework_.nodes[node].children.front()) >= 0;
  for (std::size_t k = 0; k < own.weights.size(); ++k) {
    const int child = framework_.nodes[node].children[k];
    const LeafScale& leaf = task_.fitted.nodes[child].leaf;
    leaves.push_back({task_.values.column(leaf.indicator).data() + begin_, leaf.scale,
                      own.weights[k], keep ? score_of(child) : nullptr});
  }
  fused_mean(leaves, rows_, least_coverage(task_.plan.nodes[node].min_coverage, own.total),
             score_of(node), present_of(node));
}

void BlockScorer::sibling_mean(int node) {
  std::vector<double*> leaves;
  std::vector<int> indicators;
  for (int child : framework_.nodes[node].children)
    if (framework_.nodes[child].indicator >= 0) {
      leaves.push_back(score_of(child));
      indicators.push_back(framework_.nodes[child].indicator);
    }
  for (Eigen::Index i = 0; i < rows_; ++i) {
    double sum = 0, count = 0;
    for (const double* score : leaves)
      if (!std::isnan(score[i])) {
        sum += score[i];
        count += 1;
      }
    if (count == 0) continue;
    for (std::size_t k = 0; k < leaves.size(); ++k)
      if (std::isnan(task_.values(begin_ + i, indicators[k])) && applies(indicators[k], i))
        leaves[k][i] = sum / count;
  }
}

/// A child's scores as its parent sees them, in memory of their own where they are mirrored.
const double* BlockScorer::counted(int child, std::vector<std::vector<double>>& turned) {
  const NodePlan& plan = task_.plan.nodes[child];
  const double* score = score_of(child);
  if (!plan.turned) return score;
  std::vector<double>& mirrored = turned.emplace_back(score, score + rows_);
  for (double& x : mirrored) x = plan.counted(x);
  return mirrored.data();
}

void BlockScorer::aggregate(int node) {
  const NodePlan& plan = task_.plan.nodes[node];
  Children children;
  std::vector<std::vector<double>> turned;
  turned.reserve(framework_.nodes[node].children.size());
  for (int child : framework_.nodes[node].children)
    children.columns.push_back(counted(child, turned));
  children.rows = rows_;
  children.weights = task_.fitted.nodes[node].weights;
  if (plan.mean->needs_peers) {
    aggregate_peers(node, children);
  } else {
    task_.negative[node] += plan.mean->apply(children, plan.mean.choice,
                                             {score_of(node), static_cast<std::size_t>(rows_)});
  }
}

std::vector<Eigen::Index> BlockScorer::members_of(int stratum) const {
  std::vector<Eigen::Index> members;
  for (Eigen::Index row : task_.order)
    if (task_.strata[row] == stratum) members.push_back(row);
  return members;
}

/// Peers are the rows of one stratum, handed over in canonical order.
void BlockScorer::aggregate_peers(int node, const Children& children) {
  const NodePlan& plan = task_.plan.nodes[node];
  double* score = score_of(node);
  std::fill(score, score + rows_, missing);
  for (int stratum = 0; stratum < static_cast<int>(task_.model.strata.size()); ++stratum) {
    const std::vector<Eigen::Index> members = members_of(stratum);
    if (members.empty()) continue;
    Matrix<double> gathered(members.size(), children.columns.size());
    Children peers{{}, gathered.rows(), children.weights};
    for (std::size_t k = 0; k < children.columns.size(); ++k) {
      for (std::size_t i = 0; i < members.size(); ++i)
        gathered(i, k) = children.columns[k][members[i]];
      peers.columns.push_back(gathered.column(k).data());
    }
    std::vector<double> scores(members.size());
    task_.negative[node] += plan.mean->apply(peers, plan.mean.choice, scores);
    for (std::size_t i = 0; i < members.size(); ++i) score[members[i]] = scores[i];
  }
}

/// Each stratum on a scale of its own, as the indicators are.
void BlockScorer::rescale(int node) {
  const NodePlan& plan = task_.plan.nodes[node];
  const Rows& rows = task_.table.rows;
  const std::vector<char> counts = reference_rows(task_.model.method.reference, rows);
  double* score = score_of(node);
  for (Eigen::Index row = 0; row < rows_; ++row)
    if (task_.strata[row] < 0) score[row] = missing;
  for (int stratum = 0; stratum < static_cast<int>(task_.model.strata.size()); ++stratum) {
    const std::vector<Eigen::Index> members = members_of(stratum);
    std::vector<Eigen::Index> reference;
    for (Eigen::Index row : members)
      if (counts[row]) reference.push_back(row);
    const auto why = model::rescale(plan.rescaling, framework_.nodes[node],
                                    {rows, members, reference, task_.place_weights}, score);
    if (why)
      task_.card.diagnostics.push_back(base::make_diagnostic("N523", {},
                                                             {{"node", framework_.nodes[node].id},
                                                              {"method", plan.rescaling->name},
                                                              {"reason", *why}}));
  }
}

/// A node without a score takes the mean or median of its group in the same period.
void BlockScorer::fill(int node) {
  const MissingRules::Fill& rule = *task_.model.method.missing.fill;
  const Rows& rows = task_.table.rows;
  const PeerGroups peers(fill_peers(framework_, task_.model.method.reference, rule.group), rows);
  if (!peers.any() && !rule.group.empty()) return;
  double* score = score_of(node);
  using Group = std::pair<Period, int>;
  const auto group_of = [&](Eigen::Index row) {
    return Group{rows.period[row], peers.number(row)};
  };
  std::map<Group, std::vector<double>> scores;
  for (Eigen::Index row : task_.order)
    if (!std::isnan(score[row])) scores[group_of(row)].push_back(score[row]);
  std::map<Group, double> middle;
  for (auto& [group, values] : scores)
    middle[group] = rule.method == "median" ? median_of(values) : mean_of(values);
  for (Eigen::Index i = 0; i < rows_; ++i) {
    if (!std::isnan(score[i])) continue;
    if (!all_applicable_ && !(applicable_of(node)[i] > 0)) continue;
    const auto found = middle.find(group_of(i));
    if (found == middle.end()) continue;
    score[i] = found->second;
    task_.filled(i, node) = true;
  }
}

void BlockScorer::round(int node, int decimals) {
  if (decimals < 0) return;
  const double unit = std::pow(10.0, decimals);
  double* score = score_of(node);
  for (Eigen::Index i = 0; i < rows_; ++i) score[i] = rounded(score[i], unit);
}

/// The node's mean over its children without any cap; where the other places decide it, its score
/// without its own.
std::vector<double> BlockScorer::without_caps(int node) {
  const NodePlan& plan = task_.plan.nodes[node];
  double* score = score_of(node);
  const bool alone =
      std::ranges::none_of(framework_.nodes[node].children, [&](int child) { return caps(child); });
  if (alone || plan.mean->needs_peers || plan.rescaling) return {score, score + rows_};
  std::vector<std::vector<double>> columns;
  Children children{{}, rows_, task_.fitted.nodes[node].weights};
  for (const int child : framework_.nodes[node].children) {
    const double* own = score_of(child);
    const double* uncapped = caps(child) ? uncapped_of(child) : nullptr;
    std::vector<double>& column = columns.emplace_back(own, own + rows_);
    for (Eigen::Index i = 0; i < rows_; ++i) {
      if (uncapped && !std::isnan(uncapped[i])) column[i] = uncapped[i];
      column[i] = task_.plan.nodes[child].counted(column[i]);
    }
  }
  for (const std::vector<double>& column : columns) children.columns.push_back(column.data());
  std::vector<double> mean(rows_);
  plan.mean->apply(children, plan.mean.choice, mean);
  for (const int decimals : {plan.decimals_before, plan.decimals})
    if (decimals >= 0)
      for (double& x : mean) x = rounded(x, std::pow(10.0, decimals));
  return mean;
}

void BlockScorer::cap(int node) {
  const NodePlan& plan = task_.plan.nodes[node];
  double* score = score_of(node);
  double* uncapped = uncapped_of(node);
  if (uncapped) std::fill(uncapped, uncapped + rows_, missing);
  std::vector<double> without;
  for (Eigen::Index i = 0; i < rows_; ++i) {
    const bool held = plan.cap->passed(score[i]);
    if (!held && (!uncapped || std::isnan(score[i]))) continue;
    if (!breached(framework_, task_.table, begin_ + i, plan.binding)) continue;
    if (uncapped && without.empty()) without = without_caps(node);
    if (uncapped && (held || without[i] != score[i])) uncapped[i] = without[i];
    if (held) score[i] = plan.cap->at;
  }
}

}  // namespace tijian::model
