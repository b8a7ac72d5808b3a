#pragma once
#include "yaml/scalar.h"

namespace tijian::framework {

/// A year, as periods have them.
inline constexpr int first_year = 1000, last_year = 2999;
inline yaml::Shape<int> year() { return yaml::integer(first_year, last_year); }

}  // namespace tijian::framework
