#pragma once
#include <vector>

#include "formula/formula.h"
#include "framework/draft.h"

namespace tijian::framework {

/// What a rollup needs: the attribute that tells parents, and another variable that weighs.
void check_rollups(const std::vector<VariableDraft>&, const Framework&, std::vector<Diagnostic>&);

/// Compiles the formulas of variables into the framework's. `known` are all variables, in their
/// order. A formula needs a rollup (F283), leads to itself in no circle (F284), and looks at no
/// other years (F285).
void compile_variables(const std::vector<VariableDraft>&,
                       const std::vector<formula::FormulaVariable>& known, Framework&,
                       std::vector<Diagnostic>&);

}  // namespace tijian::framework
