#pragma once
#include <optional>
#include <vector>

#include "formula/formula.h"
#include "framework/draft.h"

namespace tijian::framework {

/// `interval` belongs to a share, in %, 1 or another part of a plain number, and `share_of` names a
/// variable that counts single answers: a plain number, 人 or 户. `units` are those of the
/// variables.
void check_interval(const IndicatorDraft&, const std::optional<formula::Unit>& unit,
                    const std::vector<VariableDraft>&,
                    const std::vector<formula::FormulaVariable>& units, std::vector<Diagnostic>&);

}  // namespace tijian::framework
