#pragma once
#include "tijian/variation.h"
#include "yaml/shape.h"

namespace tijian {
struct MethodTable;
}

namespace tijian::framework {

/// What `robustness` varies. Methods and parameters are those of the table.
yaml::Shape<Variation> variation_shape(const MethodTable&);

/// For faults that have no hint of their own.
Text variation_example();

}  // namespace tijian::framework
