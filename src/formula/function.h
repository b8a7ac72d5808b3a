#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tijian::formula {

/// A function of the formula language.
struct FormulaFunction {
  enum class Kind { sum, mean, min, max, abs, log, exp, sqrt, clip, choose, lag, at, change };
  std::string_view name;
  Kind kind;
  int least = 1, most = 1;  ///< arguments
  std::string_view usage;   ///< for messages
};

/// Null where there is none of that name.
const FormulaFunction* find_function(std::string_view name);

std::vector<std::string> function_names();

}  // namespace tijian::formula
