#pragma once
#include <Eigen/Core>
#include <vector>

#include "tijian/method_table.h"

namespace tijian::analysis {

/// One side of a node: the scores and weights of the children of both sides, and its mean. A child
/// of the other side only has no scores here.
struct NodeState {
  Eigen::ArrayXXd scores;       ///< rows x children
  std::vector<double> weights;  ///< one a child; NaN where this side has no such child
  const Aggregator* aggregator = nullptr;
  Choice choice;
};

/// What changed a node's score. Per row, the effects sum to the change of the mean of its children:
/// slope times the change of each child that has a score on both sides, and the others.
struct NodeChange {
  Eigen::ArrayXXd slope;             ///< rows x children
  Eigen::ArrayXXd weight, presence;  ///< rows x children
  Eigen::ArrayXd aggregation;        ///< rows
};
NodeChange explain_change(NodeState before, NodeState after);

}  // namespace tijian::analysis
