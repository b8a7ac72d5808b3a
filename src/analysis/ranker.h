#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "tijian/dataset.h"

namespace tijian::analysis {

/// Ranks the rows that have a nominal score, within periods, again and again: it starts from the
/// nominal order, from which replications differ little. Ties as in `rank_within_periods`.
class Ranker {
 public:
  Ranker(std::span<const double> nominal, const Rows&, Direction better = Direction::higher);
  /// For every ranked row its rank, and the row just above it in the order (-1: none). Other rows
  /// are left as they are. Every ranked row must have a score.
  void rank(const double* scores, std::int32_t* ranks, std::int32_t* above) const;
  const std::vector<Eigen::Index>& ranked() const { return ranked_; }

 private:
  double sign_;                                     ///< of scores, so that more is better
  std::vector<std::vector<std::int32_t>> periods_;  ///< rows of each period, nominally best first
  std::vector<Eigen::Index> ranked_;                ///< ascending
};

}  // namespace tijian::analysis
