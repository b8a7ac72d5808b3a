#pragma once
#include <span>

#include "tijian/matrix.h"
#include "tijian/run.h"

namespace tijian::diagnosis {

/// What each indicator takes from the index: points that it would have more if the indicator scored
/// its best and all else were as it is or best in turn, so that the losses of a row sum to what its
/// index, where it is not rounded, misses of the best. A cap's loss is that of the indicators in
/// breach, in equal parts. rows x indicators; 0 without a score, NaN where the index or the best is
/// not known: a scale on the way has no ends.
Matrix<double> points_lost(const Run&, std::span<const Index> rows);

}  // namespace tijian::diagnosis
