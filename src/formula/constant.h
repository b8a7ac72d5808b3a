#pragma once
#include <optional>

#include "formula/syntax.h"

namespace tijian::formula {

/// The value of an expression of numbers only; nothing where it holds anything else.
std::optional<double> constant_of(const Expression&);

/// The same, where it is a whole number from `least` to `most`.
std::optional<int> whole_number(const Expression&, int least, int most);

}  // namespace tijian::formula
