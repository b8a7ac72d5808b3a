#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "tijian/text.h"

namespace tijian::formula {

/// A formula as a tree.
struct Expression {
  enum class Kind { number, variable, negation, operation, call };
  Kind kind = Kind::number;
  double number = 0;
  std::string_view unit;              ///< of a number, without its brackets; empty: plain
  std::string_view name;              ///< of a variable, a function, or the sign of an operation
  std::size_t offset = 0;             ///< of the name
  std::size_t begin = 0, end = 0;     ///< its text in the formula
  std::vector<Expression> arguments;  ///< in the order of the text
  int depth = 1;                      ///< levels of the tree below and with this one
};

/// Where the text stops being a formula.
struct SyntaxFault {
  std::size_t offset = 0;
  bool too_deep = false;
  Text found, expected, hint;
};

struct Syntax {
  std::optional<Expression> tree;
  SyntaxFault fault;  ///< where there is no tree
};

/// Comparison binds weakest, then + -, then * /, then the sign, then ^ (to the right).
Syntax parse_formula(std::string_view text);

}  // namespace tijian::formula
