#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tijian/options.h"

namespace tijian {

/// How categories get their scores from their children.
struct Aggregation {
  Choice mean{"arithmetic", {}};
  std::vector<std::string> nodes = {};      ///< ids of its categories; empty: it goes by height
  std::optional<double> min_coverage = {};  ///< in place of MissingRules::min_coverage
  std::optional<int> min_indicators = {};   ///< in place of MissingRules::min_indicators
  std::optional<int> round = {};            ///< decimals of the mean, before `normalise`
  std::optional<Choice> normalise = {};     ///< takes the scores of all places to this scale
  bool operator==(const Aggregation&) const = default;
};

}  // namespace tijian
