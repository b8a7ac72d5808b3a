#pragma once
#include <vector>

#include "analysis/experiment.h"
#include "analysis/ranker.h"

namespace tijian::analysis {

/// Scores the table without each node below the study's node, one at a time, fitted anew.
std::vector<Removal> remove_in_turn(const Experiment&, const Ranker&);

}  // namespace tijian::analysis
