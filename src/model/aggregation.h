#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tijian/framework.h"
#include "tijian/method.h"

namespace tijian::model {

/// How a category's children become its score: the entry that names it under `nodes`, else the one
/// for its height above the leaves.
const Choice& aggregation_of(const std::vector<Choice>& aggregate, const Node& category);

/// The ids under `nodes`; empty where the entry is for heights.
std::vector<std::string> named_nodes(const Choice& aggregation);

/// The normaliser that takes the category's scores over all places onto a common scale.
std::optional<Choice> normaliser_of(const Choice& aggregation);

}  // namespace tijian::model
