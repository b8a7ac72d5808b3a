#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `score: {shape: linear, zero: 0, full: 100}`. The shape refers to the table.
yaml::Shape<Scoring> scoring_shape(const MethodTable&);

/// Whether a parameter is left to the indicator's own numbers, plan or standard.
bool left_out(const Choice&, const Parameter&);
bool any_left_out(const Choice&, const ValueFunction&);

/// The choice with distances that were written as a share of the limit as numbers.
Choice settled(Choice, const ValueFunction&);

/// The code of what is wrong with the numbers of a value function, or empty.
std::string fault_of(const Choice&, const ValueFunction&);

}  // namespace tijian::framework
