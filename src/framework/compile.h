#pragma once
#include <vector>

#include "framework/draft.h"

namespace tijian::framework {

/// Reads the units of variables and indicators and compiles every formula.
void compile_formulas(std::vector<IndicatorDraft>&, const std::vector<VariableDraft>&,
                      std::vector<Diagnostic>&);

}  // namespace tijian::framework
