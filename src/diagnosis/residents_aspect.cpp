#include "diagnosis/residents_aspect.h"

#include <algorithm>

#include "tijian/residents.h"

namespace tijian::diagnosis {
namespace {

/// The survey item that speaks for an indicator; -1 where none does.
int item_for(const Framework& framework, int indicator) {
  if (std::ranges::find(framework.nodes, indicator, &Node::felt_as) != framework.nodes.end())
    return indicator;
  const int node = felt_node(framework, indicator);
  return node < 0 ? -1 : framework.nodes[node].felt_as;
}

}  // namespace

void read_residents(const Framework& framework, Matrix<Reading>& readings) {
  for (Index j = 0; j < readings.cols(); ++j) {
    const int item = item_for(framework, static_cast<int>(j));
    if (item < 0) continue;
    for (Index row = 0; row < readings.rows(); ++row) {
      Reading& reading = readings(row, j);
      if (reading.light == Light::no_data || reading.light == Light::not_applicable) continue;
      reading.aspects[static_cast<std::size_t>(Aspect::residents)] = readings(row, item).light;
    }
  }
}

}  // namespace tijian::diagnosis

namespace tijian {

int felt_node(const Framework& framework, int indicator) {
  int node = framework.nodes[framework.node_of(indicator)].parent;
  while (node >= 0 && framework.nodes[node].felt_as < 0) node = framework.nodes[node].parent;
  return node;
}

}  // namespace tijian
