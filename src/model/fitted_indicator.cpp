#include "model/fitted_indicator.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/value_text.h"
#include "framework/indicator_yaml.h"
#include "model/rules.h"
#include "yaml/record.h"

namespace tijian::model {
namespace {

struct Key {
  const char* name;
  std::string FittedIndicator::*value;
};
constexpr Key keys[] = {{"unit", &FittedIndicator::unit},
                        {"direction", &FittedIndicator::direction},
                        {"formula", &FittedIndicator::formula},
                        {"scored", &FittedIndicator::scored},
                        {"transform", &FittedIndicator::transform}};

Text told(const std::string& value) { return value.empty() ? Text{"none", "无"} : Text(value); }

Diagnostic changed(const std::string& path, const std::string& id, const std::string& key,
                   const std::string& then, const std::string& now, const Citation& where) {
  Diagnostic diagnostic = base::make_diagnostic(
      "M696", {path}, {{"id", id}, {"key", key}, {"saved", told(then)}, {"now", told(now)}});
  diagnostic.also.push_back(where);
  return diagnostic;
}

}  // namespace

FittedIndicator fitted_indicator(const Method& method, const Indicator& indicator) {
  const std::string relative =
      indicator.normalise ? base::written(*indicator.normalise) : "relative";
  return {indicator.unit, framework::direction_name(indicator.direction), indicator.formula,
          scaled_by_sample(method, indicator) ? relative : "function",
          transforms(method, indicator) ? indicator.transform : ""};
}

yaml::Shape<FittedIndicator> fitted_indicator_shape() {
  yaml::Fields<FittedIndicator> fields{};
  for (const Key& key : keys)
    fields.add(key.value == &FittedIndicator::transform
                   ? yaml::optional<FittedIndicator>(key.name, key.value, yaml::any_text(), "")
                   : yaml::required<FittedIndicator>(key.name, key.value, yaml::any_text(), ""));
  return yaml::record(fields);
}

std::vector<Diagnostic> changed_indicators(const std::map<std::string, FittedIndicator>& saved,
                                           const Method& method, const Framework& framework,
                                           const std::string& path) {
  std::vector<Diagnostic> diagnostics;
  for (const Indicator& indicator : framework.indicators) {
    const FittedIndicator& then = saved.at(indicator.id);
    const FittedIndicator now = fitted_indicator(method, indicator);
    for (const Key& key : keys)
      if (then.*key.value != now.*key.value)
        diagnostics.push_back(changed(path, indicator.id, key.name, then.*key.value, now.*key.value,
                                      indicator.where));
  }
  return diagnostics;
}

std::vector<std::string> mirrored_categories(const Framework& framework) {
  std::vector<std::string> mirrored;
  for (const Node& node : framework.nodes)
    if (node.indicator < 0 && node.direction == Direction::lower) mirrored.push_back(node.id);
  return mirrored;
}

std::vector<Diagnostic> changed_directions(const std::vector<std::string>& mirrored,
                                           const Framework& framework, const std::string& path) {
  std::vector<Diagnostic> diagnostics;
  for (const Node& node : framework.nodes) {
    const bool then = std::ranges::find(mirrored, node.id) != mirrored.end();
    if (node.indicator >= 0 || then == (node.direction == Direction::lower)) continue;
    diagnostics.push_back(
        changed(path, node.id, "direction",
                framework::direction_name(then ? Direction::lower : Direction::higher),
                framework::direction_name(node.direction), node.where));
  }
  return diagnostics;
}

}  // namespace tijian::model
