#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "tijian/framework.h"
#include "tijian/period.h"

namespace tijian::model {

/// Years as a number: the end of the period (2019 -> 2019, 2019Q1 -> 2018.25). NaN without a
/// period.
double time_of(const Period&);

/// The entry of an indicator's value function; null where the sample scales it.
const ValueFunction* value_function_of(const Indicator&, const MethodTable&);

/// A value function made ready for columns of values.
class ValueScale {
 public:
  ValueScale(const ValueFunction&, const Choice&);
  /// Of an indicator that has one.
  ValueScale(const Indicator&, const MethodTable&);

  /// Nothing where it is no clipped straight line.
  const std::optional<Scale>& line() const { return line_; }
  /// The score of one value; missing without a time where it needs one.
  double operator()(double x, double time) const;

 private:
  std::optional<Scale> line_;
  std::function<double(double, double)> score_;
  bool needs_time_;
};

}  // namespace tijian::model
