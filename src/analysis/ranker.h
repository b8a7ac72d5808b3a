#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/experiment.h"

namespace tijian::analysis {

/// Ranks the rows that have a nominal score, within groups, again and again: it starts from the
/// nominal order, from which replications differ little. Ties as in `rank_within`.
class Ranker {
 public:
  /// `groups`, one a row: rows of one number are ranked together.
  Ranker(const NodeScores& nominal, std::span<const int> groups,
         Direction better = Direction::higher);
  /// For every ranked row its rank, and the row just above it in the order (-1: none). Other rows
  /// are left as they are. Every ranked row must have a score.
  void rank(const NodeScores& scores, std::int32_t* ranks, std::int32_t* above) const;
  const std::vector<Eigen::Index>& ranked() const { return ranked_; }
  /// The mean of |rank - nominal rank| over the rows that are ranked with others.
  double mean_shift(const std::int32_t* ranks, const std::int32_t* nominal) const;

 private:
  double sign_;                                    ///< of scores, so that more is better
  std::vector<std::vector<std::int32_t>> groups_;  ///< rows of each group, nominally best first
  std::vector<Eigen::Index> ranked_;               ///< ascending
  std::vector<Eigen::Index> compared_;             ///< those that are not alone in their group
};

}  // namespace tijian::analysis
