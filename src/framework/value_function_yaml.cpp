#include "framework/value_function_yaml.h"

#include <algorithm>
#include <cmath>

#include "framework/choice_yaml.h"
#include "framework/written.h"
#include "yaml/record.h"
#include "yaml/tagged.h"

namespace tijian::framework {
namespace {

using namespace yaml;
using yaml::Node;

Field<Scoring> scoring_field(const Parameter& parameter) {
  return {
      parameter.name, parameter.required() ? Need::required : Need::optional,
      parameter.about.in("en"),
      part<Scoring>(parameter_shape(parameter), [name = parameter.name](Scoring& out) -> Value& {
        return out.function->parameters[name];
      })};
}

/// Judges the numbers; where the plan or the standard is to give some, that is done when it is
/// known.
bool sound(const Node& node, Reading& reading, const Choice& choice, const ValueFunction& entry) {
  if (any_left_out(choice, entry)) return true;
  const std::string code = fault_of(settled(choice, entry), entry);
  if (!code.empty())
    reading.report(code, node, {{"shape", entry.name}, {"formula", entry.formula}});
  return code.empty();
}

Case<Scoring> case_of(const ValueFunction& entry) {
  Fields<Scoring> fields{tag<Scoring>("shape", entry.name)};
  for (const Parameter& parameter : entry.parameters) fields.add(scoring_field(parameter));
  const auto shape = record(fields);
  return {entry.name,
          {[shape, &entry](const Node& node, Reading& reading, Scoring& out) {
             out.function = Choice{entry.name, {}};
             if (!shape.read(node, reading, out)) return false;
             return sound(node, reading, *out.function, entry);
           },
           described_as(shape)}};
}

/// No value function: a normaliser.
Case<Scoring> relative_case(const MethodTable& methods) {
  return {"relative", record<Scoring>({tag<Scoring>("shape", "relative"),
                                       optional<Scoring>("normalise", &Scoring::normalise,
                                                         normaliser_shape(methods),
                                                         "in place of the method's")})};
}

}  // namespace

bool left_out(const Choice& choice, const Parameter& parameter) {
  return parameter.own != Parameter::Own::none && !choice.find(parameter.name);
}

bool any_left_out(const Choice& choice, const ValueFunction& entry) {
  return std::ranges::any_of(
      entry.parameters, [&](const Parameter& parameter) { return left_out(choice, parameter); });
}

Choice settled(Choice choice, const ValueFunction& entry) {
  for (const Parameter& parameter : entry.parameters) {
    if (parameter.kind != Parameter::Kind::distance) continue;
    const auto distance = choice.parameters.find(parameter.name);
    if (distance == choice.parameters.end() || !distance->second.list()) continue;
    const double share = *distance->second.list()->front().number();
    distance->second = {std::abs(choice.number("limit")) * share / 100};
  }
  return choice;
}

std::string fault_of(const Choice& choice, const ValueFunction& entry) {
  return entry.fault ? entry.fault(resolve(choice, entry)) : "";
}

Shape<Scoring> scoring_shape(const MethodTable& methods) {
  std::vector<Case<Scoring>> cases;
  for (const ValueFunction& entry : methods.value_functions) cases.push_back(case_of(entry));
  cases.push_back(relative_case(methods));
  return named("score", written(tagged<Scoring>("shape", cases, "F207")));
}

}  // namespace tijian::framework
