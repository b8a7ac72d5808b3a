#pragma once
#include <string>
#include <vector>

#include "tijian/method.h"

namespace tijian::analysis {

/// Something that varies from replication to replication.
struct Factor {
  std::string name;  ///< a key of `robustness`
  Text description;
};

/// `arithmetic / geometric`: the means from the leaves upwards.
std::string written(const std::vector<Aggregation>& levels);

/// `mean / none`: what fills, in turn.
std::string written(const std::vector<Choice>& steps);

/// What varies, in the order of the names.
std::vector<Factor> factors_of(const Variation&);

/// The same with every alternative there is: the method's own choice where it does not vary.
Variation with_own_choices(const Method&);

}  // namespace tijian::analysis
