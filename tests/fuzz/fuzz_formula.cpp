// Any text as a formula: compiled, or refused with diagnostics.
#include "formula/formula.h"
#include "formula/unit.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<tijian::formula::FormulaVariable> variables{
      {"area", tijian::formula::Unit::parse("公顷")},
      {"population", tijian::formula::Unit::parse("万人")},
      {"rate", tijian::formula::Unit::parse("%")},
      {"unknown", std::nullopt}};
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<tijian::Diagnostic> diagnostics;
  const auto formula = tijian::formula::Formula::compile(text, variables, std::nullopt,
                                                         {"f.yaml", 1, 1}, "x", diagnostics);
  if (!formula && !tijian::has_errors(diagnostics)) std::abort();
  return 0;
}
