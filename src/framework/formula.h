#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "framework/unit.h"
#include "tijian/diagnostic.h"

namespace tijian {

/// A variable as formulas see it.
struct FormulaVariable {
  std::string id;
  std::optional<Unit> unit;  ///< nothing where its own unit was refused: its checks are passed over
};

/// A compiled formula. Immutable.
class Formula {
 public:
  /// Parses, binds variables and checks units against `result` (the indicator's unit). Every problem
  /// is added to `diagnostics`, placed at `where` (the first character of the scalar in the YAML
  /// file) plus the offset in the text; `in` is the path of the document. Null where there are errors.
  static std::shared_ptr<const Formula> compile(std::string_view text,
                                                std::span<const FormulaVariable> variables,
                                                const std::optional<Unit>& result, Citation where,
                                                const std::string& in,
                                                std::vector<Diagnostic>& diagnostics);

  const std::string& text() const;
  /// Indices of the variables that it uses, ascending.
  std::span<const int> variables() const;
  /// Whether it looks at other periods (lag, at, change).
  bool looks_back() const;
  // and what src/model/evaluate.cpp needs of it
};

}  // namespace tijian
