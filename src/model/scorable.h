#pragma once
#include <vector>

#include "model/block_scorer.h"

namespace tijian::model {

/// Whether the sample has nothing to scale that value by: a constant, one place in one year, a
/// group that the model does not know. It is unscored, not missing: its weight goes to its siblings
/// and it does not count against `min_coverage`.
bool unscored(const ScoringTask&, Eigen::Index row, int indicator);

/// Whether a node counts in its parent's coverage: some indicator below applies, and is not
/// unscored.
bool counts(const ScoringTask&, Eigen::Index row, int node);

/// One a node: whether anything below may be unscored in some row.
std::vector<char> doubtful_nodes(const ScoringPlan&, const Model&, const Strata&);

/// Names what is unscored (N510).
void warn_of_unscored(const ScoringTask&, std::vector<Diagnostic>&);

}  // namespace tijian::model
