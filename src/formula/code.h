#pragma once
#include <vector>

namespace tijian::formula {

/// One step of a formula on a stack of numbers. Missing is NaN and goes through every step.
struct Instruction {
  enum class Op {
    // push
    number,    ///< `first`
    variable,  ///< the variable `index`
    // the top
    convert,  ///< x * first / second
    negate,
    abs,
    log,
    exp,
    sqrt,
    // the upper two become one
    add,
    subtract,
    multiply,
    divide,
    power,
    less,
    at_most,
    more,
    at_least,
    equal,
    differs,
    min,
    max,
    // the upper three become one
    clip,    ///< x, low, high
    choose,  ///< condition, then, otherwise
    // from here to its `back` every variable is read in another year
    lag,  ///< `index` years before
    at,   ///< in the year `index`
    back,
  };
  Op op;
  int index = 0;
  double first = 0, second = 1;

  bool operator==(const Instruction&) const = default;
};

/// A formula in the order of its steps.
using FormulaCode = std::vector<Instruction>;

}  // namespace tijian::formula
