#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tijian/framework.h"
#include "tijian/method.h"

namespace tijian::analysis {

/// How the weights of a replication come about.
struct WeightVariation {
  enum class Kind { none, uniform, dirichlet, sets };
  Kind kind = Kind::none;
  double spread = 0;         ///< uniform: each weight times 1 - spread to 1 + spread
  double concentration = 0;  ///< dirichlet: the higher, the closer to the given weights
  std::vector<std::vector<double>> sets;  ///< one weight a node; NaN where a set does not name it
};

/// Measurement error: the standard deviation of a value, as a share of it, where the data give no
/// standard error.
struct NoiseVariation {
  bool on = false;
  double relative = 0, uncited = 0, synthetic = 0;
};

/// What `robustness` of a method varies. The lists hold every alternative, the method's own choice
/// where it does not vary.
struct Variation {
  WeightVariation weights;
  std::vector<Choice> impute, treat, normalise;
  std::vector<std::vector<Aggregation>> aggregate;
  int drop = 0;  ///< indicators left out
  NoiseVariation noise;

  std::vector<Text> descriptions;  ///< one a factor, in the order of `factors`
  std::vector<std::string> factors;
};

/// Reads Method::robustness; an empty one is `weights: 25%`. Problems go to `diagnostics`.
Variation read_variation(const Framework&, const Method&, const MethodTable&,
                         std::vector<Diagnostic>& diagnostics);

}  // namespace tijian::analysis
