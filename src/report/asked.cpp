#include "report/asked.h"

#include <algorithm>

#include "formula/formula.h"

namespace tijian::report {
namespace {

bool applies_to(const Indicator& indicator, const Place& place) {
  return std::ranges::all_of(indicator.only_for, [&](const auto& condition) {
    const auto& [attribute, values] = condition;
    const std::string& own = place.attribute(attribute);
    return own.empty() || std::ranges::find(values, own) != values.end();
  });
}

}  // namespace

Asked::Asked(const Framework& framework)
    : framework_(framework),
      users_(framework.variables.size()),
      weighs_(framework.variables.size()),
      context_(framework.variables.size(), false) {
  for (int i = 0; i < static_cast<int>(framework.indicators.size()); ++i) {
    const Indicator& indicator = framework.indicators[i];
    if (indicator.compiled)
      for (const int variable : indicator.compiled->variables())
        if (variable < std::ssize(users_)) users_[variable].push_back(i);
    if (indicator.interval) add(i, indicator.interval->share_of);
  }
  for (int v = 0; v < static_cast<int>(framework.variables.size()); ++v)
    if (const int by = framework.find_variable(framework.variables[v].rollup.weights); by >= 0)
      weighs_[by].push_back(v);
  for (const std::string& id : framework.diagnosis.context)
    if (const int variable = framework.find_variable(id); variable >= 0) context_[variable] = true;
}

void Asked::add(int indicator, const std::string& id) {
  if (const int variable = framework_.find_variable(id); variable >= 0)
    users_[variable].push_back(indicator);
}

bool Asked::operator()(int variable, int listed_place) const {
  return used_at(variable, listed_place < 0 ? nullptr : &framework_.places[listed_place]);
}

/// Rollups weigh by no circle (F238), so that this ends.
bool Asked::used_at(int variable, const Place* place) const {
  if (context_[variable]) return true;
  const auto applies = [&](int i) {
    return !place || applies_to(framework_.indicators[i], *place);
  };
  return std::ranges::any_of(users_[variable], applies) ||
         std::ranges::any_of(weighs_[variable], [&](int v) { return used_at(v, place); });
}

}  // namespace tijian::report
