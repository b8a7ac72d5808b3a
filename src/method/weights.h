#pragma once
#include <Eigen/Core>

#include "tijian/method_table.h"

namespace tijian::method {

/// Weights that sum to one; missing and negative numbers count as zero. Where nothing is left to
/// share by, all are equal.
Eigen::ArrayXd to_one(Eigen::ArrayXd weights);

/// The same for weights drawn from data: where nothing is left, the columns that vary are equal.
Eigen::ArrayXd to_one(const WeightingData&, const Eigen::ArrayXd& weights);

}  // namespace tijian::method
