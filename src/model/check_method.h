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

/// The first choice of the method whose statistics do not merge, as M652.
std::optional<Diagnostic> unmergeable(const Framework&, const Method&, const MethodTable&);

/// The first choice of the method whose fit a file cannot keep (`periods: each`, a method that
/// fills from the rows or compares places), as M692.
std::optional<Diagnostic> unsavable(const Framework&, const Method&, const MethodTable&);

/// Whether scores compare rows with each other, or fill nodes from them: then all rows are scored
/// together.
bool compares_places(const Method&, const MethodTable&);

}  // namespace tijian::model
