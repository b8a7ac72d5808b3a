#pragma once
#include <string_view>
#include <vector>

namespace tijian::formula {

/// A word of the formula language.
struct Token {
  enum class Kind { number, unit, name, sign, end, unknown };
  Kind kind = Kind::end;
  std::string_view text;  ///< as written, a unit with its brackets; a sign is one of + - * / ^ ( )
                          ///< , < <= > >= == !=
  double number = 0;      ///< infinite where it is too large
  std::size_t offset = 0;
};

/// The tokens of a formula; the last is the end. Characters that the language does not know become
/// tokens of their own.
std::vector<Token> tokens_of(std::string_view formula);

}  // namespace tijian::formula
