#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `score: {shape: linear, zero: 0, full: 100}`. The shape refers to the table.
yaml::Shape<Scoring> scoring_shape(const MethodTable&);

/// Whether a parameter is left to the plan.
bool follows_plan(const Choice&, const Parameter&);
bool follows_plan(const Choice&, const ValueFunction&);

/// The code of what is wrong with the numbers of a value function, or empty.
std::string fault_of(const Choice&, const ValueFunction&);

}  // namespace tijian::framework
