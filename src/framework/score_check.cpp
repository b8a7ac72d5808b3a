#include "framework/score_check.h"

#include "framework/choice_check.h"
#include "framework/family_names.h"
#include "framework/value_function_yaml.h"

namespace tijian::framework {
namespace {

void check_value_function(const Choice& score, const MethodTable& methods, FaultList& faults) {
  const ValueFunction* entry = find_method(methods.value_functions, score.name);
  if (!entry) {
    std::vector<std::string> names;
    for (const ValueFunction& one : methods.value_functions) names.push_back(one.name);
    base::suggest(faults.report("F207", {{"found", score.name}, {"names", base::joined(names)}}),
                  score.name, names);
    return;
  }
  const std::size_t before = faults.size();
  check_parameters(score, *entry, {"shape", "Y120"}, faults);
  if (faults.size() > before) return;
  for (const Parameter& parameter : entry->parameters)
    if (left_out(score, parameter)) {  // a framework from YAML has been completed
      faults.report("F213", {{"shape", entry->name}, {"parameter", parameter.name}});
      return;
    }
  const std::string code = fault_of(score, *entry);
  if (!code.empty()) faults.report(code, {{"shape", entry->name}, {"formula", entry->formula}});
}

void check_normaliser(const Choice& normaliser, const MethodTable& methods, FaultList& faults) {
  const auto inside = faults.enter("normalise");
  check_choice(normaliser, entries_of(methods.normalisers), family::normalisation, faults);
}

}  // namespace

std::vector<Diagnostic> check_scores(const Framework& framework, const MethodTable& methods) {
  FaultList faults;
  std::vector<Citation> where;
  for (const Indicator& indicator : framework.indicators) {
    const auto of_indicator = faults.enter(indicator.id);
    const auto of_score = faults.enter("score");
    if (indicator.score) check_value_function(*indicator.score, methods, faults);
    if (indicator.normalise) check_normaliser(*indicator.normalise, methods, faults);
    where.resize(faults.size(), indicator.where);
  }
  std::vector<Diagnostic> out;
  for (MethodFault& fault : faults.take()) {
    fault.diagnostic.where = where[out.size()];
    out.push_back(std::move(fault.diagnostic));
  }
  return out;
}

}  // namespace tijian::framework
