#pragma once
#include <string>
#include <vector>

#include "framework/draft.h"

namespace tijian::framework {

/// Resolves the value function of an indicator and checks what spans several of its keys:
/// direction, plan, limits, attributes.
void check_indicator(IndicatorDraft&, const Framework&, const MethodTable&,
                     std::vector<Diagnostic>&);

}  // namespace tijian::framework
