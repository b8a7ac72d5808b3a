#pragma once
#include <vector>

#include "tijian/framework.h"
#include "tijian/method.h"

namespace tijian::model {

/// How a category's children become its score: the entry that names it under `nodes`, else the one
/// for its height above the leaves.
const Aggregation& aggregation_of(const std::vector<Aggregation>& aggregate, const Node& category);

}  // namespace tijian::model
