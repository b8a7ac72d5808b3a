#include "analysis/arithmetic.h"

#include "model/value_function.h"

namespace tijian::analysis {
WorkedOut work_out(const ValueFunction& function, const Choice& choice, double x,
                   const Period& period) {
  const Choice resolved = resolve(choice, function);
  if (function.working) return function.working(resolved, x, model::time_of(period));
  return function.line ? work_out(function.line(resolved), true, x) : WorkedOut{};
}

WorkedOut work_out(const Scale& scale, bool line, double x) {
  if (!line && scale.knots.empty()) return {};  // a curve
  if (!line) return {ByComparison{scale.knots.size()}, missing};
  return {ByScale{scale.offset, scale.factor, scale.shift},
          scale.offset + scale.factor * (x - scale.shift)};
}

}  // namespace tijian::analysis
