#pragma once
#include <optional>
#include <vector>

#include "formula/formula.h"
#include "framework/draft.h"

namespace tijian::framework {

/// `part_of` names another variable of a unit that converts, and leads nowhere in a circle. `units`
/// are those of the variables. A part that was taken from a sibling without its whole is compared
/// with nothing.
void check_parts(const std::vector<VariableDraft>&,
                 const std::vector<formula::FormulaVariable>& units, std::vector<Diagnostic>&);

}  // namespace tijian::framework
