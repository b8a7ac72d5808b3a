#pragma once
#include <vector>

#include "tijian/method_table.h"

namespace tijian::method {

/// Weights that sum to one; missing and negative numbers count as zero. Where nothing is left to
/// share by, all are equal.
std::vector<double> to_one(std::vector<double> weights);

/// The same for weights drawn from data: where nothing is left, the columns that vary are equal.
std::vector<double> to_one(const WeightingData&, const std::vector<double>& weights);

}  // namespace tijian::method
