#pragma once
#include <Eigen/Core>

namespace tijian {

/// Weights that sum to one; missing and negative numbers count as zero. Where nothing is left to
/// share by, all are equal.
Eigen::ArrayXd to_one(Eigen::ArrayXd weights);

}  // namespace tijian
