#include "method/present.h"

#include <algorithm>

namespace tijian {
namespace {

Peers describe(std::vector<double> values) {
  Peers peers;
  if (values.empty()) return peers;
  std::sort(values.begin(), values.end());
  peers.count = static_cast<double>(values.size());
  peers.min = values.front();
  peers.max = values.back();
  for (const double x : values) peers.mean += x / peers.count;
  for (const double x : values) {
    peers.squared_deviations += (x - peers.mean) * (x - peers.mean);
    peers.squares += x * x;
  }
  return peers;
}

}  // namespace

std::vector<Peers> describe_peers(const Children& children) {
  std::vector<Peers> peers;
  for (std::size_t j = 0; j < children.columns.size(); ++j) {
    std::vector<double> values;
    for (Eigen::Index i = 0; i < children.rows; ++i)
      if (children.present(i, j)) values.push_back(children.columns[j][i]);
    peers.push_back(describe(std::move(values)));
  }
  return peers;
}

}  // namespace tijian
