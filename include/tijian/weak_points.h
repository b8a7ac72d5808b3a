#pragma once
#include <vector>

#include "tijian/matrix.h"
#include "tijian/missing.h"
#include "tijian/run.h"

namespace tijian {

/// What a node does to the index of one row, in points of the index; a category with all below it.
struct WeakPoint {
  int node;
  double lost = missing;      ///< what it costs, to the best end of the scales; missing: no ends
  double obstacle = missing;  ///< its share of all that is lost, in %; missing: nothing is
  double to_best = missing;   ///< its part of the best peer's index less this one
  double change = missing;    ///< its part of this index less the one before
};

/// Where the index of a row is lost. Each column sums, over the indicators and what categories have
/// of their own, to that of the index, which is the first node.
struct WeakPoints {
  Index row;
  Index best = -1;    ///< the peer of the period with the best index; -1: itself, or no peer
  Index before = -1;  ///< the latest period before with an index; -1: none
  std::vector<WeakPoint> nodes;  ///< of those that take part, from the index down
};

/// One for each row of a period that has an index. Losses and contributions as for any mean:
/// differences of the node's children at midpoint weights, or one child at a time (see compare.h).
/// UsageError where `check` of the run throws, or its card lacks nodes or details.
std::vector<WeakPoints> weak_points(const Run&, const Period&);

}  // namespace tijian
