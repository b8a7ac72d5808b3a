#include "framework/compile.h"

#include <map>

#include "base/catalogue.h"
#include "formula/formula.h"

namespace tijian::framework {
namespace {

/// Units by their text: parsing takes the mutex of the process and some time, and most repeat.
class Units {
 public:
  const std::optional<formula::Unit>& of(const std::string& text) {
    const auto [known, is_new] = known_.try_emplace(text);
    if (is_new) known->second = formula::Unit::parse(text);
    return known->second;
  }

 private:
  std::map<std::string, std::optional<formula::Unit>> known_;
};

/// `in` is the path of what `node` describes.
void check_unit(const std::optional<formula::Unit>& unit, const yaml::Node* node,
                const std::string& in, std::vector<Diagnostic>& diagnostics) {
  const yaml::Node* text = node ? node->find("unit") : nullptr;
  if (unit || !text || text->text.empty()) return;  // what is absent was reported when read
  diagnostics.push_back(
      base::make_diagnostic("F205", text->where(), {{"found", text->text}}, in + ".unit"));
}

Citation formula_place(const IndicatorDraft& indicator) {
  const yaml::Node* formula = indicator.node->find("formula");
  return formula ? formula->text_start() : indicator.where;
}

}  // namespace

void compile_formulas(std::vector<IndicatorDraft>& indicators,
                      const std::vector<VariableDraft>& variables,
                      std::vector<Diagnostic>& diagnostics) {
  Units units;
  std::vector<formula::FormulaVariable> known;
  for (const VariableDraft& variable : variables) {
    known.push_back({variable.id, units.of(variable.unit)});
    check_unit(known.back().unit, variable.node, variable.id, diagnostics);
  }
  for (IndicatorDraft& indicator : indicators) {
    const auto& unit = units.of(indicator.unit);
    check_unit(unit, indicator.node, indicator.path, diagnostics);
    if (!indicator.formula.empty())
      indicator.compiled =
          formula::Formula::compile(indicator.formula, known, unit, formula_place(indicator),
                                    indicator.path + ".formula", diagnostics);
  }
}

}  // namespace tijian::framework
