#include "model/series_breaks.h"

#include "formula/formula.h"

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

}  // namespace tijian::model
