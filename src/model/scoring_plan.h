#pragma once
#include <vector>

#include "model/kernel.h"
#include "model/value_function.h"
#include "tijian/model.h"

namespace tijian::model {

/// How one leaf is scored: by its value function, or by the scale of the row's stratum.
struct LeafPlan {
  int indicator = -1;
  std::optional<ValueScale> value_scale;  ///< nothing: the sample scales it
  bool line = false;                      ///< one clipped straight line for every row
  Scale scale;                            ///< that line
};

/// What `apply` needs to know of a node, worked out once for all rows.
struct NodePlan {
  const Aggregator* aggregator = nullptr;  ///< null for a leaf
  Choice choice;
  const Normaliser* rescaled_by = nullptr;  ///< of the scores of all places; null: as they are
  Choice rescaling;
  std::vector<double> weights;  ///< of the children
  double total = 0;
  std::vector<double> coverage_weights;  ///< of the children, for min_coverage: given, or all one
  LeafPlan leaf;
  bool fused = false;        ///< its children are lines under an arithmetic mean
  std::vector<int> binding;  ///< binding indicators anywhere below
  int decimals = -1;         ///< rounding; -1: none
  bool filled = false;       ///< missing.fill names it
};

struct ScoringPlan {
  std::vector<NodePlan> nodes;
  const Normaliser* normaliser = nullptr;
  bool sibling_mean = false;
  bool whole_table = false;  ///< rows are compared with each other
  bool all_fused = true;     ///< every parent of leaves is
};
ScoringPlan plan_scoring(const Model&, bool all_applicable);

}  // namespace tijian::model
