#pragma once
#include "yaml/shape.h"
#include "tijian/framework.h"

namespace tijian {

/// `[{at_least, id, title}]`, best first.
yaml::Shape<std::vector<Grade>> grades_shape();

}  // namespace tijian
