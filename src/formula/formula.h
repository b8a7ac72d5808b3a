#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formula/code.h"
#include "formula/unit.h"
#include "tijian/diagnostic.h"

namespace tijian::formula {

/// A variable as formulas see it.
struct FormulaVariable {
  std::string id;
  std::optional<Unit> unit;  ///< nothing where its own unit was refused: its checks are passed over
};

/// A compiled formula. Immutable.
class Formula {
 public:
  /// Parses, binds variables and checks units against `result` (the indicator's unit). Every
  /// problem is added to `diagnostics`, placed at `where` (the first character of the scalar in the
  /// YAML file) plus the characters before it in the text; `in` is the path of the document. Null
  /// where there are errors.
  static std::shared_ptr<const Formula> compile(std::string_view text,
                                                std::span<const FormulaVariable> variables,
                                                const std::optional<Unit>& result, Citation where,
                                                const std::string& in,
                                                std::vector<Diagnostic>& diagnostics);

  const std::string& text() const { return text_; }
  /// Indices of the variables that it uses, ascending.
  std::span<const int> variables() const { return variables_; }
  /// Whether it looks at other periods (lag, at, change).
  bool looks_back() const { return looks_back_; }
  /// Its steps; the last leaves the value in the indicator's unit on the stack.
  const FormulaCode& code() const { return code_; }
  /// The most numbers on the stack at once.
  int stack_size() const { return stack_size_; }
  /// The variable that it passes on, at most converted; -1 where it computes.
  int bare_variable() const;

 private:
  Formula(std::string text, FormulaCode code);

  std::string text_;
  FormulaCode code_;
  std::vector<int> variables_;
  int stack_size_ = 0;
  bool looks_back_ = false;
};

}  // namespace tijian::formula
