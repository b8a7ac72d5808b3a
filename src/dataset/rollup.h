#pragma once
#include <vector>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// Gives places the variables with a `rollup` from the places whose parent they are, from the
/// lowest level up. What the data give stays; a difference of more than 0.5 % is told (B451), and
/// so is a parent without a row (B452).
void roll_up(const Framework&, Dataset&, std::vector<Diagnostic>&);

}  // namespace tijian::dataset
