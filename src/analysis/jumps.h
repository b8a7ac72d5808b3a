#pragma once
#include <span>
#include <vector>

#include "tijian/dataset.h"

namespace tijian::analysis {

/// A value that is far from what it should be near.
struct Jump {
  Index row;
  Index before;      ///< the row of its place's last value, or -1: it is far from its peers
  double reference;  ///< that value, or the peers' median
  long peers = 0;
};

/// Looks for jumps in columns over the same rows. include/tijian/plausibility.h tells the rules.
class JumpSearch {
 public:
  /// `groups`: one number a row, of rows that are peers in a period. The rows are kept by the
  /// caller.
  JumpSearch(const Rows&, std::span<const int> groups);

  /// By row. `breaks`: years in which a new series begins. `from_peers`: so many times the median
  /// is a jump.
  std::vector<Jump> find(std::span<const double> values, const std::vector<int>& breaks,
                         double from_peers) const;

 private:
  void against_last_year(std::span<const double> values, const std::vector<int>& breaks,
                         std::vector<Jump>&) const;
  void against_peers(std::span<const double> values, double from_peers, std::vector<Jump>&) const;

  const Rows& rows_;
  std::vector<Index> in_time_;  ///< by place and period
  std::vector<std::vector<Index>> groups_;
};

}  // namespace tijian::analysis
