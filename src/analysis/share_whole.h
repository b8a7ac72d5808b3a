#pragma once
#include <optional>

#include "tijian/framework.h"

namespace tijian::analysis {

/// What 100 % is in the unit of an indicator that is known to be a share: a survey's, or a variable
/// over the one that it is part of. Nothing for any other: growth may be above 100 %.
std::optional<double> whole_of_share(const Framework&, const Indicator&);

}  // namespace tijian::analysis
