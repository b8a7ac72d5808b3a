#pragma once
#include <span>
#include <utility>
#include <vector>

#include "dataset/file_table.h"
#include "tijian/doubt.h"

namespace tijian::dataset {

/// Columns of which some cells carry % or ‰ and others do not (B472): 45.5% beside 0.413. A 0 is
/// the same in either. `signed_cells`: line and column of those that do.
std::vector<Doubt> find_mixed_notation(const FileTable&,
                                       std::span<const std::pair<int, int>> signed_cells,
                                       const Framework&);

}  // namespace tijian::dataset
