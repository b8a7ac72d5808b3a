#pragma once
#include <vector>

#include "tijian/framework.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `[low, high]`; `~`: no limit on that side.
yaml::Shape<PlausibleRange> plausible_range_shape();
/// Years in which a new series begins.
yaml::Shape<std::vector<int>> breaks_shape();

}  // namespace tijian::framework
