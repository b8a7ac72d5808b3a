#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tijian/aggregation.h"

namespace tijian {

/// How the weights of a replication come about.
struct WeightVariation {
  enum class Kind { none, uniform, dirichlet, sets };
  Kind kind = Kind::none;
  double spread = 0;         ///< uniform: 0..1, each weight times 1 - spread to 1 + spread
  double concentration = 0;  ///< dirichlet: the higher, the closer to the given weights
  /// Sets, at least two: weights by the id of a node. A node that a set leaves out keeps its own.
  std::vector<std::map<std::string, double>> sets = {};
  bool operator==(const WeightVariation&) const = default;
};

/// Measurement error: the standard deviation of a value, as a share (0..1) of it, where the data
/// give no standard error.
struct NoiseVariation {
  double relative = 0, uncited = 0, synthetic = 0;
  bool operator==(const NoiseVariation&) const = default;
};

/// What the replications of `robustness` vary. Of methods, at least two alternatives; none where
/// the method's own stays.
struct Variation {
  WeightVariation weights = {};
  std::vector<std::vector<Choice>> impute = {};  ///< of each, its methods in turn
  std::vector<Choice> treat = {}, normalise = {};
  std::vector<std::vector<Aggregation>> aggregate = {};
  int drop = 0;  ///< how many indicators are left out at random
  std::optional<NoiseVariation> noise = {};
  bool operator==(const Variation&) const = default;
};

}  // namespace tijian
