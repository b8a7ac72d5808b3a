#pragma once
#include <Eigen/Core>

namespace tijian::method {

/// The x >= 0 that maximises gain . x with rows x <= limit, limit >= 0, of a bounded program: the
/// simplex method with Bland's rule, in plain loops.
Eigen::ArrayXd maximise(const Eigen::ArrayXd& gain, const Eigen::ArrayXXd& rows,
                        const Eigen::ArrayXd& limit);

}  // namespace tijian::method
