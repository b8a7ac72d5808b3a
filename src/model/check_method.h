#pragma once
#include <optional>
#include <vector>

#include "tijian/indicator_table.h"
#include "tijian/method.h"

namespace tijian::model {

/// What of a method does not fit the framework, the table of methods or (unless null) the data:
/// unknown names, nodes, attributes and places; no row to take statistics from.
std::vector<Diagnostic> check_method(const Framework&, const Method&, const MethodTable&,
                                     const IndicatorTable*);

}  // namespace tijian::model
