#pragma once
#include <span>
#include <vector>

#include "tijian/run.h"

namespace tijian::diagnosis {

/// How a value stands among those of its peers.
struct Standing {
  double median = missing, lower = missing, upper = missing;  ///< quartiles of type 7
  int rank = 0, of = 0;  ///< 1 is best; ties share the smallest; 0 where no side is better
};

/// Peers by value in one indicator: of each of the rows that have one, where it stands. One result
/// a row of `rows`; `of` counts those with a value; nothing is said of one that is alone.
std::vector<Standing> standings(const IndicatorTable&, std::span<const Index> rows, int indicator,
                                Direction);

}  // namespace tijian::diagnosis
