#pragma once
#include <limits>

namespace tijian_tests {

constexpr double na = std::numeric_limits<double>::quiet_NaN();

}  // namespace tijian_tests
