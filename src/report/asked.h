#pragma once
#include "tijian/framework.h"

namespace tijian::report {

/// Which figures of a place its framework has a use for.
class Asked {
 public:
  explicit Asked(const Framework&);
  /// Whether a place is asked for a variable: something that applies to it is made of it. Of a
  /// place that is not listed nobody knows what applies.
  bool operator()(int variable, int listed_place) const;

 private:
  void add(int indicator, const std::string& variable);
  bool used_at(int variable, const Place*) const;

  const Framework& framework_;
  std::vector<std::vector<int>> users_;   ///< of the variables: indicators
  std::vector<std::vector<int>> weighs_;  ///< of the variables: variables whose mean they weigh
  std::vector<bool> context_;             ///< of the variables: places are alike or not by it
};

}  // namespace tijian::report
