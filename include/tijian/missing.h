#pragma once
#include <limits>

namespace tijian {

/// What stands where there is no number: a quiet NaN, which is equal to nothing, itself included.
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

}  // namespace tijian
