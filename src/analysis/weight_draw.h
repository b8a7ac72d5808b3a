#pragma once
#include <span>
#include <vector>

#include "analysis/sampling.h"

namespace tijian::analysis {

/// Makes a replication's weights from fitted ones.
class WeightDraw {
 public:
  WeightDraw(const Framework&, const WeightVariation&);
  /// Nodes that have siblings: a weight among siblings is all that matters.
  const std::vector<int>& varied() const { return varied_; }
  /// Turns `weights` (one a node) into those of the point.
  void vary(const Layout&, const Point&, std::vector<double>& weights) const;

 private:
  void draw_dirichlet(std::uint64_t seed, std::vector<double>& weights) const;

  const Framework& framework_;
  const WeightVariation& variation_;
  std::vector<int> varied_;
  std::vector<std::vector<double>> sets_;  ///< one weight a node; NaN where a set has none
};

/// Takes indicators out by a weight of zero; a node that has no weight left below has none itself.
void drop_indicators(const Framework&, std::span<const double> u, std::vector<double>& weights);
void drop_node(const Framework&, int node, std::vector<double>& weights);

}  // namespace tijian::analysis
