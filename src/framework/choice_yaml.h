#pragma once
#include "tijian/aggregation.h"
#include "tijian/method_table.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// A method of a family with its parameters, and the one key that is not the method's own:
/// `applies_to: all` of normalise, `within: index` of weights.
struct Chosen {
  Choice choice;
  bool wide = false;
};

/// Bounds of whole numbers in a method.
inline constexpr int most_decimals = 15, most_indicators = 1'000'000;

yaml::Shape<Value> parameter_shape(const Parameter&);

yaml::Shape<Choice> impute_shape(const MethodTable&);
yaml::Shape<Choice> treat_shape(const MethodTable&);
yaml::Shape<Chosen> normalise_shape(const MethodTable&);
/// A normaliser by itself.
yaml::Shape<Choice> normaliser_shape(const MethodTable&);
yaml::Shape<Chosen> weights_shape(const MethodTable&);
yaml::Shape<Aggregation> aggregate_shape(const MethodTable&);

}  // namespace tijian::framework
