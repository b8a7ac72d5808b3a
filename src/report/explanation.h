#pragma once
#include <string>

#include "report/run.h"

namespace tijian::report {

/// An explanation to read, sum by sum. The run is the one that was explained.
std::string to_text(const Explanation&, const Run&, const View&);

}  // namespace tijian::report
