#include "report/formula_words.h"

#include <cctype>

namespace tijian::report {
namespace {

bool in_name(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); }
bool starts_name(char c) { return c == '_' || std::isalpha(static_cast<unsigned char>(c)); }

}  // namespace

std::string formula_words(const std::string& formula, const Framework& framework, Language say) {
  std::string out;
  for (std::size_t i = 0; i < formula.size();) {
    std::size_t end = i + 1;
    while (end < formula.size() && in_name(formula[i]) && in_name(formula[end])) ++end;
    const std::string word = formula.substr(i, end - i);
    const int variable = starts_name(formula[i]) ? framework.find_variable(word) : -1;
    out += variable < 0 ? word : say(framework.variables[variable].title);
    i = end;
  }
  return out;
}

}  // namespace tijian::report
