#pragma once
#include <vector>

#include "framework/draft.h"

namespace tijian::framework {

/// Settles Node::felt_as of the tree that was built of a draft: the indicator may stand anywhere in
/// it. F273 where there is none of that id.
void settle_felt_as(const FrameworkDraft&, const std::vector<IndicatorDraft>& leaves,
                    std::vector<Node>&, std::vector<Diagnostic>&);

}  // namespace tijian::framework
