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
  std::string scored;          ///< relative, or its own normaliser; function: by its value function
  std::string transform = {};  ///< of what the sample scales
};

FittedIndicator fitted_indicator(const Method&, const Indicator&);
yaml::Shape<FittedIndicator> fitted_indicator_shape();

/// The categories that count the other way round.
std::vector<std::string> mirrored_categories(const Framework&);

/// Those that no longer do, or did not then (M696).
std::vector<Diagnostic> changed_directions(const std::vector<std::string>& mirrored,
                                           const Framework&, const std::string& path);

/// What is not as it was fitted (M696).
std::vector<Diagnostic> changed_indicators(const std::map<std::string, FittedIndicator>& saved,
                                           const Method&, const Framework&,
                                           const std::string& path);

}  // namespace tijian::model
