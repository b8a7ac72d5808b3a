#pragma once
#include <span>
#include <vector>

#include "tijian/residents.h"

namespace tijian::diagnosis {

/// How much a survey item matters for the whole, over the rows of one period and peers: Pearson's
/// correlation of the two, their better sides counted up. Missing below five rows that have both,
/// where one does not vary, has no better side, or both are one.
double importance_of(int item, int whole, const IndicatorTable&, const Framework&,
                     std::span<const Index> rows);

/// Sets the priorities of one row's items by importance and performance, each cut at its mean over
/// the items with an importance of the same unit and direction; at the mean counts as above.
void set_priorities(std::span<FeltReading> of_row, const Framework&);

}  // namespace tijian::diagnosis
