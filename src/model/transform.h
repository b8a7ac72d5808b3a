#pragma once
#include <vector>

#include "tijian/framework.h"
#include "tijian/matrix.h"

namespace tijian::model {

/// A value of an indicator through its `transform`; as it is where it has none.
double transformed(const Indicator&, double value);

/// The values as the scales see them: `values` itself, or `changed` where some indicators go
/// through their `transform`. What gives no number is missing, and counted (N527).
const Matrix<double>& scaled_values(const Framework&, const Method&, const Matrix<double>& values,
                                    Matrix<double>& changed, std::vector<Diagnostic>&);

}  // namespace tijian::model
