#pragma once
#include <string_view>

#include "dataset/cell.h"
#include "tijian/text.h"

namespace tijian::dataset {

/// How a cell that is no number is mended, by what it looks like: a date, letters for digits, about
/// 30, a range. Empty where it looks like none of these.
Text mending_of(std::string_view cell, const CellReader&);

}  // namespace tijian::dataset
