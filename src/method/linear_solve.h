#pragma once
#include <Eigen/Core>

namespace tijian::method {

/// The solution of a square system by elimination with pivoting, in plain loops; empty where a
/// pivot is not above `singular` of the largest diagonal entry. Not Eigen's: see symmetric_eigen.h.
Eigen::ArrayXd solve(Eigen::ArrayXXd matrix, Eigen::ArrayXd right, double singular = 1e-15);

}  // namespace tijian::method
