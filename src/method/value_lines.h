#pragma once
#include "method/two_point.h"
#include "tijian/value_function.h"

/// What value functions of straight pieces share.
namespace tijian::method {

/// The line through two points, clipped to 0..100.
inline Scale line_within(double from, double to, double at_from, double at_to) {
  Scale scale = two_point(from, to, at_from, at_to);
  scale.low = 0;
  scale.high = 100;
  return scale;
}

/// `x` on the line that rises by `rise` from `from` to `to`.
inline WorkedOut by_line(double x, double start, double rise, double from, double to) {
  return {ByLine{start, rise, from, to}, start + rise * (x - from) / (to - from)};
}

inline Direction rising(bool up) { return up ? Direction::higher : Direction::lower; }

}  // namespace tijian::method
