#pragma once
#include <cstdint>

#include "tijian/indicator_table.h"

namespace tijian::report {

/// `flag_synthetic` and `flag_uncited`, each where any value of the table is so: for outputs whose
/// numbers rest on the whole sample.
std::uint16_t data_flags(const IndicatorTable&);

}  // namespace tijian::report
