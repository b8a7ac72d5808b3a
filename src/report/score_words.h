#pragma once
#include <string>

#include "tijian/explanation.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// A value function in words: `60 points at 8, 100 at 17, straight between and beyond`. `mark`
/// stands behind its numbers where they were not checked.
std::string value_function_words(const Indicator&, const MethodTable&, const std::string& mark,
                                 Language);

/// How a score was worked out, with its numbers: `100 × (1 − (344.9 − 333.4) / 33.34)`; empty where
/// it was not. `mark` as above.
std::string arithmetic_words(const Arithmetic&, double x, const std::string& mark, Language);

}  // namespace tijian::report
