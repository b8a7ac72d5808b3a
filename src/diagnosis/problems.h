#pragma once
#include <string_view>
#include <vector>

#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// By what a kind of problem is one.
Aspect aspect_of(ProblemKind);

/// The problems of the diagnosis's period, from its lights.
std::vector<Problem> problems_of(const Run&, const Diagnosis&);

}  // namespace tijian::diagnosis
