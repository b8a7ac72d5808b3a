#pragma once
#include <map>
#include <string>
#include <vector>

#include "tijian/framework.h"
#include "yaml/shape.h"

namespace tijian::model {

/// What an indicator was when a model was fitted to it: on another unit, direction or formula the
/// model's scale would be another one under the same name.
struct FittedIndicator {
  std::string unit, direction, formula;
  std::string scored;  ///< relative, or its own normaliser; function: by its value function
};

FittedIndicator fitted_indicator(const Method&, const Indicator&);
yaml::Shape<FittedIndicator> fitted_indicator_shape();

/// What is not as it was fitted (M696).
std::vector<Diagnostic> changed_indicators(const std::map<std::string, FittedIndicator>& saved,
                                           const Method&, const Framework&,
                                           const std::string& path);

}  // namespace tijian::model
