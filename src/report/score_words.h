#pragma once
#include <string>

#include "report/language.h"
#include "tijian/model.h"

namespace tijian {

/// A value function in words: `60 points at 8, 100 at 17, straight between and beyond`. `mark`
/// stands behind its numbers where they were not checked.
std::string value_function_words(const ValueFunction&, const std::string& mark, Language);

/// The score of a value worked out with its numbers: `100 × (1 − (344.9 − 333.4) / 33.34)`.
std::string arithmetic(const ValueFunction&, double x, const Period&, Language);
/// The same on a normaliser's fitted scale.
std::string arithmetic(const Scale&, bool straight, double x, Language);

}  // namespace tijian
