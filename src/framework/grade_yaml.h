#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `[{at_least, id, title}]`, best first.
yaml::Shape<Grading> grading_shape();

}  // namespace tijian::framework
