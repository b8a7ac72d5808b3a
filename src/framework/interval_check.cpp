#include "framework/interval_check.h"

#include <algorithm>

#include "base/catalogue.h"

namespace tijian::framework {
namespace {

/// How many of `one` a number in the unit stands for; nothing where it is of another kind.
std::optional<double> factor(const formula::Unit& unit, const formula::Unit& one) {
  const auto conversion = unit.to(one);
  if (!conversion) return {};
  return (*conversion)(1);
}

bool is_share(const formula::Unit& unit) {
  const auto size = factor(unit, formula::Unit{});
  return size && *size <= 1;
}

/// Answers in 万人 would be rounded, and a share of them no count of answers.
bool counts_answers(const formula::Unit& unit) {
  const formula::Unit singles[] = {formula::Unit{}, formula::Unit::base("人"),
                                   formula::Unit::base("户")};
  return std::ranges::any_of(singles,
                             [&](const formula::Unit& one) { return factor(unit, one) == 1.0; });
}

}  // namespace

void check_interval(const IndicatorDraft& indicator, const std::optional<formula::Unit>& unit,
                    const std::vector<VariableDraft>& variables,
                    const std::vector<formula::FormulaVariable>& units,
                    std::vector<Diagnostic>& diagnostics) {
  if (!indicator.interval) return;
  const yaml::Node* written = indicator.node->find("interval");
  const auto report = [&](std::string_view code, std::initializer_list<base::Argument> arguments) {
    diagnostics.push_back(base::make_diagnostic(code, (written ? written : indicator.node)->where(),
                                                arguments, indicator.path + ".interval"));
  };
  if (unit && !is_share(*unit)) report("F270", {{"found", indicator.unit}});
  const std::string& answers = indicator.interval->share_of;
  const auto variable = std::ranges::find(variables, answers, &Variable::id);
  if (variable == variables.end()) {
    std::vector<std::string> ids;
    for (const VariableDraft& one : variables) ids.push_back(one.id);
    report("F271", {{"found", answers}});
    base::suggest(diagnostics.back(), answers, ids);
    return;
  }
  const auto& of_answers = units[static_cast<std::size_t>(variable - variables.begin())].unit;
  if (of_answers && !counts_answers(*of_answers))
    report("F272", {{"id", answers}, {"found", variable->unit}});
}

}  // namespace tijian::framework
