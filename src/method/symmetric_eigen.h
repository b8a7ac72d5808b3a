#pragma once
#include <Eigen/Core>

namespace tijian::method {

/// Eigenvalues of a symmetric matrix, descending, and their vectors as columns, each with its
/// largest entry positive. Cyclic Jacobi rotations in plain loops: the same bytes everywhere.
struct SymmetricEigen {
  Eigen::ArrayXd values;
  Eigen::ArrayXXd vectors;
};
SymmetricEigen symmetric_eigen(Eigen::ArrayXXd matrix);

}  // namespace tijian::method
