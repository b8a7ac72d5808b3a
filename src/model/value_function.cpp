#include "model/value_function.h"

#include <cmath>

#include "method/two_point.h"
#include "tijian/missing.h"

namespace tijian::model {

double time_of(const Period& period) {
  switch (period.part) {
    case Period::Part::none:
      return missing;
    case Period::Part::year:
      return period.year;
    case Period::Part::quarter:
      return period.year - 1 + period.number / 4.0;
    case Period::Part::month:
      return period.year - 1 + period.number / 12.0;
  }
  return missing;
}

const ValueFunction* value_function_of(const Indicator& indicator, const MethodTable& methods) {
  return indicator.score ? find_method(methods.value_functions, indicator.score->name) : nullptr;
}

ValueScale::ValueScale(const ValueFunction& function, const Choice& choice)
    : needs_time_(function.needs_time) {
  const Choice resolved = resolve(choice, function);
  if (function.line)
    line_ = function.line(resolved);
  else
    score_ = function.score(resolved);
}

ValueScale::ValueScale(const Indicator& indicator, const MethodTable& methods)
    : ValueScale(*value_function_of(indicator, methods), *indicator.score) {}

double ValueScale::operator()(double x, double time) const {
  if (line_) return method::affine_score(*line_, x);
  if (std::isnan(x) || (needs_time_ && std::isnan(time))) return missing;
  return score_(x, time);
}

}  // namespace tijian::model
