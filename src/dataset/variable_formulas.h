#pragma once
#include <vector>

#include "dataset/made_cells.h"
#include "dataset/part_names.h"

namespace tijian::dataset {

/// Adds columns for the variables with a formula all of whose variables have one.
void add_formula_columns(const Framework&, Dataset&);

/// Gives places without parts what the formulas of variables say of them, where the data give
/// nothing. A difference of more than 0.5 % is told (B464), and so are places of which nobody knows
/// whether they have parts (B465).
void apply_variable_formulas(const Framework&, const PartNames&, Dataset&, MadeCells&,
                             const CiteCell&, std::vector<Diagnostic>&);

}  // namespace tijian::dataset
