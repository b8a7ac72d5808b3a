#pragma once
#include "tijian/framework.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `[{at_least, id, title}]`, best first.
yaml::Shape<std::vector<Grade>> grades_shape();

}  // namespace tijian::framework
