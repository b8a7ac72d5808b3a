#pragma once
#include <vector>

#include "tijian/framework.h"

namespace tijian::model {

/// Years in which a new series of an indicator begins: its own and those of its variables. Nothing
/// is compared across one.
std::vector<int> breaks_of(const Framework&, int indicator);

/// Whether one of the years lies between two periods, the earlier first.
bool breaks_between(const std::vector<int>& breaks, const Period& before, const Period& after);

}  // namespace tijian::model
