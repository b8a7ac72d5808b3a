#pragma once
#include <span>
#include <vector>

namespace tijian::method {

/// 1 the smallest; ties share their average rank.
std::vector<double> average_ranks(std::span<const double> values);

/// Of ascending values; NaN of none.
double median(std::span<const double> sorted);

}  // namespace tijian::method
