#pragma once
#include <vector>

#include "analysis/trials.h"
#include "model/scoring_plan.h"
#include "tijian/prescription.h"

namespace tijian::analysis {

/// An indicator of a row that can be lifted, by its full reach.
struct Lift {
  int indicator = -1;
  double from = missing, to = missing;
  double cost = 1;
  bool linear = false;  ///< the cost goes with the change
  bool cures = false;   ///< a hard limit that is in breach and will not be
};

struct Reach {
  std::vector<Lift> lifts;  ///< in the order of the indicators
  std::vector<Prescription::NotMoved> not_moved;
};

/// What can be moved below a node of a row, and how far. `trials` are of that row.
Reach reach_of(const Run&, const model::ScoringPlan&, Index row, int node, Trials& trials);

}  // namespace tijian::analysis
