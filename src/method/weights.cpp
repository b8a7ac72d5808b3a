#include "method/weights.h"

namespace tijian {

Eigen::ArrayXd to_one(Eigen::ArrayXd weights) {
  double sum = 0;
  for (double& w : weights) {
    if (!(w > 0)) w = 0;
    sum += w;
  }
  for (double& w : weights) w = sum > 0 ? w / sum : 1.0 / static_cast<double>(weights.size());
  return weights;
}

}  // namespace tijian
