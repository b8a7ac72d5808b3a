#pragma once
#include "framework/draft.h"

namespace tijian::framework {

/// Completes the indicator's value function from its plan and standard. F213 where they lack what
/// it needs; warnings where a number is written here and there and differs (F242), or is no point
/// of a curve (F261).
void complete_score(IndicatorDraft&, const ValueFunction&, std::vector<Diagnostic>&);

}  // namespace tijian::framework
