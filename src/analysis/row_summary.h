#pragma once
#include "analysis/runs.h"

namespace tijian::analysis {

/// Fills what the replications say of each row and of the ranking as a whole.
void summarise_rows(const Experiment&, const Runs&, const Ranker&, Robustness&);

}  // namespace tijian::analysis
