#pragma once
#include <optional>
#include <span>
#include <vector>

#include "tijian/indicator_table.h"

namespace tijian::analysis {

/// Peers in a period that all have one value.
struct LevelValues {
  Index row;        ///< one of them
  long places = 0;  ///< so many with a value
  long groups = 1;  ///< of peers and periods where it is so; the last is told
};

/// The last period in which three places and more all have one value. `groups`: the rows of each
/// group of peers in a period. `indicator`: only where it applies; -1: everywhere.
std::optional<LevelValues> level_values(std::span<const double> values, const IndicatorTable&,
                                        const std::vector<std::vector<Index>>& groups,
                                        int indicator);

}  // namespace tijian::analysis
