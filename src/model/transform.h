#pragma once
#include <vector>

#include "tijian/framework.h"
#include "tijian/matrix.h"

namespace tijian::model {

/// A value of an indicator through its `transform`; as it is where it has none.
double transformed(const Indicator&, double value);

/// The values of the indicators that the sample scales through their `transform`. What gives no
/// number is missing, and counted (N527).
void transform(const Framework&, const Method&, Matrix<double>& values, std::vector<Diagnostic>&);

}  // namespace tijian::model
