#pragma once
#include <vector>

#include "dataset/made_cells.h"

namespace tijian::dataset {

/// Gives places the variables with a `rollup` from the places whose parent they are, from the
/// lowest level up: those by their formulas, where they have one. Parents without a row get one
/// (B452). What the data give stays; a difference of more than 0.5 % is told (B451). Nothing is
/// half a sum: parts without a row (B461), a value or a weight (B462) leave it missing and are
/// told, and so are weights of 0 (B463) or below (B455, which count as missing), parents in a
/// circle (B453), data that name no parents (B454), and wholes that are ranked among their parts
/// (B466).
void roll_up(const Framework&, Dataset&, const CiteCell&, std::vector<Diagnostic>&);

}  // namespace tijian::dataset
