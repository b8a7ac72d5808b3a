#pragma once
#include "framework/draft.h"

namespace tijian::framework {

/// Completes the indicator's value function from its plan and standard. F213 where they lack what
/// it needs; F242, a warning, where a number is written here and there and differs.
void complete_score(IndicatorDraft&, const ValueFunction&, std::vector<Diagnostic>&);

}  // namespace tijian::framework
