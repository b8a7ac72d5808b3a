#pragma once
#include <optional>
#include <string>

#include "formula/unit.h"

namespace tijian::formula {

/// A unit by its name or symbol in UDUNITS-2 (with SI prefixes): km, hour, Pa. Nothing where it is
/// unknown there, or is no plain factor over base units (logarithmic scales, zero points).
std::optional<Unit> library_unit(const std::string& name);

}  // namespace tijian::formula
