#pragma once
#include <optional>
#include <vector>

#include "tijian/indicator_table.h"
#include "tijian/method.h"

namespace tijian::model {

/// What of a method does not fit the framework, the table of methods or (unless null) the data,
/// which may lack an attribute or a place that it names.
std::vector<Diagnostic> check_method(const Framework&, const Method&, const MethodTable&,
                                     const IndicatorTable*);

/// Where a part of the method was written (`normalise.place` under its key), else the framework.
Citation place_in(const Method&, const Framework&, std::string_view part);

/// M651 where no row belongs to the reference: a part of the data may be so, all of it not.
std::optional<Diagnostic> without_reference(const Framework&, const Method&, const Rows&);

}  // namespace tijian::model
