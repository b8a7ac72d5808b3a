#pragma once
#include <string>

#include "report/language.h"
#include "tijian/missing.h"
#include "tijian/model.h"

namespace tijian::report {

/// A value function in words: `60 points at 8, 100 at 17, straight between and beyond`. `mark`
/// stands behind its numbers where they were not checked.
std::string value_function_words(const ValueFunction&, const std::string& mark, Language);

/// A score worked out with its numbers: `100 × (1 − (344.9 − 333.4) / 33.34)`, and what comes out
/// before it is held within the scale; NaN where only words can tell. `mark` as above.
struct Arithmetic {
  std::string text;
  double result = missing;
};
Arithmetic arithmetic(const ValueFunction&, double x, const Period&, const std::string& mark,
                      Language);
/// The same on a normaliser's fitted scale.
Arithmetic arithmetic(const Scale&, bool straight, double x, Language);

}  // namespace tijian::report
