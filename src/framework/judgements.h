#pragma once
#include <vector>

#include "tijian/method_table.h"

namespace tijian::framework {

/// The weightings that a choice calls: its own and that one's parts.
std::vector<const Weighting*> called(const Choice&, const MethodTable&);

/// The rows of one judgement of a choice on so many children.
Index judgement_rows(const Choice&, const MethodTable&, Index children);

/// What `matrices` gives for a node: one matrix, or a list of them, one an expert. What is no
/// number is missing.
std::vector<Matrix<double>> judgements_of(const Value&);

}  // namespace tijian::framework
