#pragma once
#include <string_view>

#include "dataset/binding.h"
#include "dataset/cell.h"
#include "dataset/faults.h"

namespace tijian::dataset {

/// The value that a cell gives in the unit of its target. NaN where it is missing or faulty.
double cell_value(std::string_view text, const Binding&, const CellReader&, const Citation& where,
                  Faults&);

/// Half a unit of the last digit of a cell that has a value, in the unit of its target; negative
/// for a whole number.
double half_unit(std::string_view text, const Binding&, const NumberStyle&);

}  // namespace tijian::dataset
