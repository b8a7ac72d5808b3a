#pragma once
#include <vector>

#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// The problems of the diagnosis's period, from its lights.
std::vector<Problem> problems_of(const Run&, const Diagnosis&);

}  // namespace tijian::diagnosis
