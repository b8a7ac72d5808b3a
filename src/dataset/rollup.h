#pragma once
#include <vector>

#include "tijian/dataset.h"

namespace tijian::dataset {

/// Gives places the variables with a `rollup` from the places whose parent they are, from the
/// lowest level up. What the data give stays; a difference of more than 0.5 % is told (B451), and
/// so are a parent without a row (B452), parents in a circle (B453), data that name no parents
/// (B454) and weights below 0, which count as missing (B455).
void roll_up(const Framework&, Dataset&, std::vector<Diagnostic>&);

}  // namespace tijian::dataset
