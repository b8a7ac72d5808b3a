#include "method/weights.h"

namespace tijian::method {

std::vector<double> to_one(std::vector<double> weights) {
  double sum = 0;
  for (double& w : weights) {
    if (!(w > 0)) w = 0;
    sum += w;
  }
  for (double& w : weights) w = sum > 0 ? w / sum : 1.0 / static_cast<double>(weights.size());
  return weights;
}

std::vector<double> to_one(const WeightingData& data, const std::vector<double>& weights) {
  bool any = false;
  std::vector<double> varying(weights.size());
  for (std::size_t j = 0; j < weights.size(); ++j) {
    any |= weights[j] > 0;
    varying[j] = data.sd[j] > 0 ? 1 : 0;
  }
  return to_one(any ? weights : varying);
}

}  // namespace tijian::method
