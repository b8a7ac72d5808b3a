#pragma once
#include "yaml/shape.h"
#include "tijian/method.h"

namespace tijian {

/// A method: every key optional, each replaces that of the Method it is read into. Names and
/// parameters are those of the table.
yaml::Shape<Method> method_shape(const MethodTable&);

}  // namespace tijian
