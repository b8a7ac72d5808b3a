#pragma once
#include "tijian/method.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// A method: every key optional, each replaces that of the Method it is read into. Names and
/// parameters are those of the table.
yaml::Shape<Method> method_shape(const MethodTable&);

}  // namespace tijian::framework
