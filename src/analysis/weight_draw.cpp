#include "analysis/weight_draw.h"

#include <algorithm>
#include <boost/random/gamma_distribution.hpp>
#include <cmath>
#include <numeric>

#include "base/random.h"
#include "tijian/missing.h"

namespace tijian::analysis {

WeightDraw::WeightDraw(const Framework& framework, const WeightVariation& variation)
    : framework_(framework), variation_(variation) {
  for (std::size_t node = 1; node < framework.nodes.size(); ++node)
    if (framework.nodes[framework.nodes[node].parent].children.size() > 1)
      varied_.push_back(static_cast<int>(node));
  for (const auto& set : variation.sets) {
    std::vector<double>& weights = sets_.emplace_back(framework.nodes.size(), missing);
    for (const auto& [id, weight] : set) weights[framework.find_node(id)] = weight;
  }
}

void WeightDraw::vary(const Layout& layout, const Point& point,
                      std::vector<double>& weights) const {
  const double* u = point.u.data() + layout.weights.first;
  switch (variation_.kind) {
    case WeightVariation::Kind::none:
      break;
    case WeightVariation::Kind::uniform:
      for (std::size_t k = 0; k < varied_.size(); ++k)
        weights[varied_[k]] *= 1 + variation_.spread * (2 * u[k] - 1);
      break;
    case WeightVariation::Kind::dirichlet:
      draw_dirichlet(point.seeds[weights_stream], weights);
      break;
    case WeightVariation::Kind::sets: {
      const auto& set = sets_[static_cast<std::size_t>(*u * static_cast<double>(sets_.size()))];
      for (std::size_t node = 0; node < set.size(); ++node)
        if (!std::isnan(set[node])) weights[node] = set[node];
    }
  }
}

/// The children of one node share its sum anew: gamma variates over their sum.
void WeightDraw::draw_dirichlet(std::uint64_t seed, std::vector<double>& weights) const {
  base::Random random(seed);
  for (const Node& node : framework_.nodes) {
    double given = 0, drawn = 0;
    for (int child : node.children) given += weights[child];
    if (node.children.size() < 2 || !(given > 0)) continue;
    for (int child : node.children) {
      if (!(weights[child] > 0)) continue;
      const double shape = variation_.concentration * weights[child] / given;
      weights[child] = boost::random::gamma_distribution<double>(shape)(random);
      drawn += weights[child];
    }
    for (int child : node.children) weights[child] *= given / drawn;
  }
}

void drop_node(const Framework& framework, int node, std::vector<double>& weights) {
  weights[node] = 0;
  const int parent = framework.nodes[node].parent;
  if (parent <= 0) return;
  const auto& children = framework.nodes[parent].children;
  if (std::ranges::all_of(children, [&](int child) { return weights[child] == 0; }))
    drop_node(framework, parent, weights);
}

void drop_indicators(const Framework& framework, std::span<const double> u,
                     std::vector<double>& weights) {
  std::vector<int> leaves;
  for (std::size_t node = 0; node < framework.nodes.size(); ++node)
    if (framework.nodes[node].indicator >= 0) leaves.push_back(static_cast<int>(node));
  for (const double x : u) {
    const auto chosen =
        leaves.begin() + static_cast<std::ptrdiff_t>(x * static_cast<double>(leaves.size()));
    drop_node(framework, *chosen, weights);
    leaves.erase(chosen);
  }
}

}  // namespace tijian::analysis
