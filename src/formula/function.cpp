#include "formula/function.h"

#include <algorithm>
#include <limits>

namespace tijian::formula {
namespace {

using enum FormulaFunction::Kind;

constexpr int any = std::numeric_limits<int>::max();

constexpr FormulaFunction functions[] = {
    {"sum", sum, 1, any, "sum(x, y, ...)"},
    {"mean", mean, 1, any, "mean(x, y, ...)"},
    {"min", min, 1, any, "min(x, y, ...)"},
    {"max", max, 1, any, "max(x, y, ...)"},
    {"abs", abs, 1, 1, "abs(x)"},
    {"log", log, 1, 1, "log(x)"},
    {"exp", exp, 1, 1, "exp(x)"},
    {"sqrt", sqrt, 1, 1, "sqrt(x)"},
    {"clip", clip, 3, 3, "clip(x, low, high)"},
    {"if", choose, 3, 3, "if(condition, then, otherwise)"},
    {"lag", lag, 2, 2, "lag(x, years)"},
    {"at", at, 2, 2, "at(x, year)"},
    {"change", change, 1, 1, "change(x)"},
};

}  // namespace

const FormulaFunction* find_function(std::string_view name) {
  const auto found = std::ranges::find(functions, name, &FormulaFunction::name);
  return found == std::end(functions) ? nullptr : found;
}

std::vector<std::string> function_names() {
  std::vector<std::string> names;
  for (const auto& function : functions) names.emplace_back(function.name);
  return names;
}

}  // namespace tijian::formula
