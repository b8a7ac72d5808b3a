#pragma once
#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// What the residents say of every indicator that has a value, by the lights of the survey items,
/// which are read already: for the item itself its own light, for others that of the nearest node
/// above with `felt_as`.
void read_residents(const Framework&, Matrix<Reading>&);

}  // namespace tijian::diagnosis
