#pragma once
#include <string>

#include "tijian/place_map.h"

namespace tijian::report {

/// A place's outline as a geometry of GeoJSON, of 7 decimals at most, a centimetre in degrees;
/// `null` where it encloses nothing.
std::string geometry_json(const PlaceOutline&);

}  // namespace tijian::report
