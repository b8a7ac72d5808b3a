#include "method/present.h"

#include <algorithm>
#include <cmath>

namespace tijian::method {
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

double largest_magnitude(const Children& children) {
  double largest = 0;
  for (const double* column : children.columns)
    for (Index i = 0; i < children.rows; ++i)
      if (const double magnitude = std::abs(column[i]); magnitude > largest) largest = magnitude;
  return largest;
}

Matrix<double> scaled_by(double unit, const Children& children) {
  Matrix<double> scaled(children.rows, children.columns.size());
  for (std::size_t j = 0; j < children.columns.size(); ++j)
    for (Index i = 0; i < children.rows; ++i) scaled(i, j) = unit * children.columns[j][i];
  return scaled;
}

const double* lone_child(const Children& children) {
  const double* lone = nullptr;
  for (std::size_t j = 0; j < children.columns.size(); ++j) {
    if (!(children.weights[j] > 0)) continue;
    if (lone) return nullptr;
    lone = children.columns[j];
  }
  return lone;
}

std::vector<Peers> describe_peers(const Children& children) {
  std::vector<Peers> peers;
  for (std::size_t j = 0; j < children.columns.size(); ++j) {
    std::vector<double> values;
    for (Index i = 0; i < children.rows; ++i)
      if (children.present(i, j)) values.push_back(children.columns[j][i]);
    peers.push_back(describe(std::move(values)));
  }
  return peers;
}

}  // namespace tijian::method
