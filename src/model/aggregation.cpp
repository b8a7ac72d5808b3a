#include "model/aggregation.h"

#include <algorithm>

namespace tijian::model {

const Aggregation& aggregation_of(const std::vector<Aggregation>& aggregate, const Node& category) {
  static const Aggregation otherwise;
  const Aggregation* by_height = &otherwise;
  int height = 0;
  for (const Aggregation& one : aggregate) {
    if (std::ranges::find(one.nodes, category.id) != one.nodes.end()) return one;
    if (one.nodes.empty() && ++height <= category.height) by_height = &one;
  }
  return *by_height;
}

}  // namespace tijian::model
