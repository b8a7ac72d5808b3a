#pragma once
#include "analysis/jumps.h"
#include "analysis/level_values.h"
#include "tijian/dataset.h"

namespace tijian::analysis {

// What doubts say of values in a column of the dataset or the table.

/// N584, N585
Diagnostic jump_told(const Framework&, const Rows&, const DataColumn&, const Jump&, double value,
                     const Citation&);
/// N586
Diagnostic share_told(const Framework&, const Rows&, int indicator, Index row, double value,
                      const Citation&);
/// N582
Diagnostic level_told(const Framework&, const Rows&, const DataColumn&, const LevelValues&,
                      double value, const Citation&);

}  // namespace tijian::analysis
