#pragma once
#include <span>
#include <vector>

namespace tijian::statistics {

/// Quantiles of type 7 (Hyndman and Fan 1996) of `values`, none of them missing, at each of
/// `shares`, which ascend within 0..1. Puts `values` into another order. NaN of no values.
std::vector<double> quantiles(std::span<double> values, std::span<const double> shares);

}  // namespace tijian::statistics
