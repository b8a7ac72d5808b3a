#pragma once
#include "model/block_scorer.h"

namespace tijian::model {

/// Fills what ApplyOptions::details asks for: ranks, flags, values and verdicts.
void add_details(ScoringTask&, const ApplyOptions&);

}  // namespace tijian::model
