#pragma once
#include <vector>

#include "model/scoring_plan.h"

namespace tijian::model {

/// What is wrong with a plan whatever the data will be: what `unscaled` tells; indicators (M650)
/// and categories (M655) that lack what their normaliser needs of them; and transforms that nothing
/// is scaled by (M660, a warning).
std::vector<Diagnostic> check_plan(const ScoringPlan&, const Framework&, const Method&);

}  // namespace tijian::model
