#pragma once
#include <Eigen/Core>

namespace tijian::method {

/// The x >= 0 of the least |A x - b|^2, by the active sets of Lawson & Hanson (1974).
Eigen::ArrayXd nonnegative_least_squares(const Eigen::ArrayXXd& a, const Eigen::ArrayXd& b);

}  // namespace tijian::method
