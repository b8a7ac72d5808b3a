#pragma once
#include <Eigen/Core>

namespace tijian::method {

/// Eigenvalues of a symmetric matrix, descending, and their vectors as columns, each with its
/// largest entry positive. Cyclic Jacobi rotations in plain loops: the same bytes everywhere.
/// Eigen's own solver gives other bytes with -mavx2, with -mfma and without vector instructions
/// (3.4.0, 780 random matrices of 2 to 40 columns, gcc 12 and clang 14), so it is not used.
struct SymmetricEigen {
  Eigen::ArrayXd values;
  Eigen::ArrayXXd vectors;
};
SymmetricEigen symmetric_eigen(Eigen::ArrayXXd matrix);

}  // namespace tijian::method
