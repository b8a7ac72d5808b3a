#include "model/series_breaks.h"

#include <algorithm>

#include "formula/formula.h"
#include "model/value_function.h"

namespace tijian::model {

std::vector<int> breaks_of(const Framework& framework, int indicator) {
  const Indicator& own = framework.indicators[indicator];
  std::vector<int> breaks = own.breaks;
  if (own.compiled)
    for (const int variable : own.compiled->variables()) {
      const auto& more = framework.variables[variable].breaks;
      breaks.insert(breaks.end(), more.begin(), more.end());
    }
  return breaks;
}

bool breaks_between(const std::vector<int>& breaks, const Period& before, const Period& after) {
  return std::ranges::any_of(
      breaks, [&](int year) { return time_of(before) < year && year <= time_of(after); });
}

}  // namespace tijian::model
