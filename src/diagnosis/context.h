#pragma once
#include <string>
#include <vector>

#include "tijian/run.h"

namespace tijian::diagnosis {

/// A feature of the context, one value a row: the variable of that id, which every place may have;
/// else the indicator. All missing where there is neither.
std::vector<double> context_values(const Run&, const std::string& id);

}  // namespace tijian::diagnosis
