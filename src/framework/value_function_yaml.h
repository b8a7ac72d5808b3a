#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `score: {shape: linear, zero: 0, full: 100}`.
const yaml::Shape<Scoring>& scoring_shape();

/// The code of what is wrong with the numbers of a value function, or empty.
std::string_view fault_of(const ValueFunction&);

}  // namespace tijian::framework
