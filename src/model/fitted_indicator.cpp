#include "model/fitted_indicator.h"

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
                        {"scored", &FittedIndicator::scored}};

}  // namespace

FittedIndicator fitted_indicator(const Method& method, const Indicator& indicator) {
  const std::string relative =
      indicator.normalise ? base::written(*indicator.normalise) : "relative";
  return {indicator.unit, framework::direction_name(indicator.direction), indicator.formula,
          scaled_by_sample(method, indicator) ? relative : "function"};
}

yaml::Shape<FittedIndicator> fitted_indicator_shape() {
  yaml::Fields<FittedIndicator> fields{};
  for (const Key& key : keys)
    fields.add(yaml::required<FittedIndicator>(key.name, key.value, yaml::any_text(), ""));
  return yaml::record(fields);
}

std::vector<Diagnostic> changed_indicators(const std::map<std::string, FittedIndicator>& saved,
                                           const Method& method, const Framework& framework,
                                           const std::string& path) {
  std::vector<Diagnostic> changed;
  for (const Indicator& indicator : framework.indicators) {
    const FittedIndicator& then = saved.at(indicator.id);
    const FittedIndicator now = fitted_indicator(method, indicator);
    for (const Key& key : keys) {
      if (then.*key.value == now.*key.value) continue;
      changed.push_back(base::make_diagnostic("M696", {path},
                                              {{"id", indicator.id},
                                               {"key", std::string(key.name)},
                                               {"saved", then.*key.value},
                                               {"now", now.*key.value}}));
      changed.back().also.push_back(indicator.where);
    }
  }
  return changed;
}

}  // namespace tijian::model
