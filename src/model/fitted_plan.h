#pragma once
#include <optional>
#include <vector>

#include "model/scoring_plan.h"
#include "model/value_function.h"
#include "tijian/model.h"

namespace tijian::model {

/// How one leaf is scored: by its value function, or by the scale of the row's stratum.
struct LeafScale {
  int indicator = -1;
  std::optional<ValueScale> value_scale;  ///< nothing: the sample scales it
  bool line = false;                      ///< one clipped straight line for every row
  Scale scale;                            ///< that line
};

/// What a node has from the model's numbers.
struct FittedNode {
  LeafScale leaf;
  std::vector<double> weights;  ///< of the children
  double total = 0;
  std::vector<double> coverage_weights;  ///< of the children, for min_coverage: given, or all one
  bool fused = false;                    ///< its children are lines under an arithmetic mean
};

/// A plan with the numbers of a model.
struct FittedPlan {
  std::vector<FittedNode> nodes;
  bool all_fused = true;  ///< every parent of leaves is
};
FittedPlan plan_numbers(const ScoringPlan&, const Model&, bool all_applicable);

}  // namespace tijian::model
