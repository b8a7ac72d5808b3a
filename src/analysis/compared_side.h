#pragma once
#include <string>
#include <vector>

#include "analysis/node_change.h"
#include "model/scoring_plan.h"
#include "tijian/compare.h"
#include "tijian/scorecard.h"

namespace tijian::analysis {

/// One side of a comparison, scored. Rows here are the matched ones, of one order on both sides.
/// Nodes are those of its framework; -1: it has no such node.
class ComparedSide {
 public:
  ComparedSide(const Side&, const Execution&);

  const Side& side() const { return side_; }
  const Framework& framework() const { return framework_; }
  /// The rows of the table that are compared, in the order of the pairs.
  void match(std::vector<Index> rows);
  /// Scores it, and its indicators with the other side's values, where the units agree.
  void score(const ComparedSide& other);

  std::size_t matched() const { return rows_.size(); }
  Index row(std::size_t pair) const { return rows_[pair]; }
  /// Ranks of the index, one a row of the table; 0 where there is none to rank with.
  std::vector<int> ranks() const;
  /// Matched rows of a node; missing where there is none.
  Eigen::ArrayXd scores(int node) const { return column(card_.score, node); }
  /// The same with the other side's values.
  Eigen::ArrayXd crossed(int node) const { return column(crossed_, node); }
  /// As the parent sees them.
  Eigen::ArrayXd counted(int node) const;
  /// Whether the parent sees the node's scores mirrored.
  bool turned(int node) const { return plan_.nodes[node].turned; }
  /// An indicator's value, a category's score; missing where it has none.
  double figure(std::size_t pair, int node) const;
  IndexCoverage coverage(std::size_t pair) const;
  /// Whether an indicator's value is marked so.
  bool implausible(std::size_t pair, int node) const;
  /// Of a node whose children, with those of the other side, are these.
  NodeState state_of(int node, const std::vector<int>& children) const;
  /// Binding indicators below a node that are in breach.
  std::vector<int> breaches(int node, std::size_t pair) const;
  bool binds(int node) const { return !plan_.nodes[node].binding.empty(); }
  bool measured(const std::string& indicator, std::size_t pair) const;

 private:
  Eigen::ArrayXd column(const Matrix<double>& all, int node) const;

  const Side& side_;
  const Framework& framework_;
  const ApplyOptions scores_only_;
  const model::ScoringPlan plan_;
  std::vector<Index> rows_;
  Scorecard card_;
  Matrix<double> crossed_;
};

}  // namespace tijian::analysis
