#pragma once
#include "yaml/scalar.h"

namespace tijian::framework {

/// A year, as periods have them.
inline yaml::Shape<int> year() { return yaml::integer(1000, 2999); }

}  // namespace tijian::framework
