#pragma once
#include <Eigen/Core>

namespace tijian {

/// The solution of a square system by elimination with pivoting, in plain loops; empty where the
/// matrix is singular to working precision.
Eigen::ArrayXd solve(Eigen::ArrayXXd matrix, Eigen::ArrayXd right);

}  // namespace tijian
