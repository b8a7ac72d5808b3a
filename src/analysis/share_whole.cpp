#include "analysis/share_whole.h"

#include "formula/formula.h"

namespace tijian::analysis {
namespace {

bool is_share(const Framework& framework, const Indicator& indicator) {
  if (indicator.interval && !indicator.interval->share_of.empty()) return true;
  if (!indicator.compiled) return false;
  using Op = formula::Instruction::Op;
  formula::FormulaCode code = indicator.compiled->code();
  std::erase_if(code, [](const auto& step) { return step.op == Op::convert; });
  return code.size() == 3 && code[0].op == Op::variable && code[1].op == Op::variable &&
         code[2].op == Op::divide &&
         framework.variables[code[0].index].part_of == framework.variables[code[1].index].id;
}

}  // namespace

std::optional<double> whole_of_share(const Framework& framework, const Indicator& indicator) {
  if (!is_share(framework, indicator)) return std::nullopt;
  const auto unit = formula::Unit::parse(indicator.unit);
  const auto conversion = unit ? formula::Unit().to(*unit) : std::nullopt;
  return conversion ? std::optional((*conversion)(1)) : std::nullopt;
}

}  // namespace tijian::analysis
