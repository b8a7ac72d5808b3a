#pragma once
#include <vector>

#include "dataset/part_names.h"

namespace tijian::dataset {

/// Makes the arrays of a dataset as large as its rows and columns; what is new is missing.
void grow(Dataset&);

/// Gives places that others name as their parent a row in each period in which all of their parts
/// have one (B452). What the list says of them, or their rows of other periods, they have.
void add_rows_above(const Framework&, const PartNames&, Dataset&, std::vector<Diagnostic>&);

}  // namespace tijian::dataset
