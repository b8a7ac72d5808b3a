#pragma once
#include <cstdint>
#include <vector>

#include "analysis/experiment.h"
#include "analysis/ranker.h"

namespace tijian::analysis {

/// What all replications gave. The runs of a sample stand side by side: A, and with sensitivity
/// B and the mixed ones. Only A and B are kept whole.
struct Runs {
  using Ranks = Matrix<std::int32_t>;
  Matrix<double> scores;                         ///< rows x kept runs
  Ranks ranks, above;                            ///< rows x kept runs; see Ranker
  std::vector<char> failed;                      ///< one a kept run
  std::vector<double> rank_shift;                ///< one for each of all runs; NaN where it failed
  Matrix<double> watched_scores, watched_ranks;  ///< watched rows x all runs
  std::vector<FailedRuns> reasons;  ///< of the kept runs that failed, the commonest first
};

/// Runs every replication. `watched` are the rows whose scores and ranks sensitivity explains.
Runs run_all(const Experiment&, const Sampler&, const Ranker&,
             const std::vector<Eigen::Index>& watched);

/// Why a replication gave no score for every row that has a nominal one.
Text reason_of(const std::vector<Diagnostic>& problems);

}  // namespace tijian::analysis
