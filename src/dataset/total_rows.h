#pragma once
#include <functional>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/doubt.h"

namespace tijian::dataset {

/// Places whose values are the sum or the mean of all others of their peers and period (B474): a
/// total under the name of a city. Sums are looked for in quantities, not in % and rates. A place
/// that others have as their parent, one named as a total, and data with a list of places are left
/// out; so is a table of very many rows. `cite` tells where a cell was read.
std::vector<Doubt> find_total_rows(const Dataset&, const Framework&,
                                   const std::function<Citation(Index row, Index column)>& cite);

}  // namespace tijian::dataset
