#pragma once
#include <span>

#include "tijian/matrix.h"
#include "tijian/run.h"

namespace tijian::diagnosis {

/// What each indicator costs the index of each row: how far its score lies from the best end of its
/// scale, times what the index loses by it, which for an arithmetic mean is its effective weight. A
/// cap's cost is the breaches', in equal parts. The losses of a row sum to what its index misses to
/// the best end, whatever the mean. One row a row of `rows`, one column a node, 0 for a category;
/// an indicator without a score costs nothing. All missing where a scale has no ends, or the row
/// has no index.
Matrix<double> points_lost(const Run&, std::span<const Index> rows);

/// What each node adds to the index of `others[k]` less that of `rows[k]`: an indicator by its
/// score, and by a cap for its breach, any node by a score that one side lacks, by a fill or by
/// rounding. They sum to the difference. One row a row of `rows`, one column a node; all missing
/// where a side has no index or others[k] is -1.
Matrix<double> contributions(const Run&, std::span<const Index> rows,
                             std::span<const Index> others);

}  // namespace tijian::diagnosis
