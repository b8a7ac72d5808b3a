#pragma once
#include <optional>
#include <vector>

#include "tijian/framework.h"
#include "tijian/light.h"

namespace tijian::diagnosis {

/// The ends of an indicator's own scale, in its unit: where it scores 0 and where 100.
struct ScaleEnds {
  double worst, best;
};
/// Nothing where its scale is no straight line between two ends.
std::optional<ScaleEnds> ends_of(const Indicator&, const MethodTable&);

/// An indicator's level for its category, 0 worst to 3 best: by its value, linear through worst 0,
/// red 1, green 2 and best 3, where it has a light of its own and a scale with ends; else by its
/// colour: .5, 1.25, 1.75, 2.5. Missing for greys.
double level_of(const Indicator&, const std::optional<ScaleEnds>&, double value, Light);

/// The indicators below a node, in the framework's order.
std::vector<int> indicators_below(const Framework&, int node);

/// One indicator's part in its category's light.
struct Graded {
  double level;
  Light light;
  int indicator;
};

struct CategoryLight {
  Light light = Light::no_data;
  std::vector<int> worst;  ///< the indicators that decide it: the two worst, or the one
};

/// A category's light by its two worst indicators, not by an average: m the mean of their levels,
/// red where m < 1 and both are red, orange m < 1.5, yellow m < 2 or any indicator not green, else
/// green. Greys are left out; nothing but greys gives the least grey of them: no_standard, no_data,
/// not_applicable, in this order.
CategoryLight light_of_category(std::vector<Graded>);

}  // namespace tijian::diagnosis
