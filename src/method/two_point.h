#pragma once
#include "tijian/method_table.h"

namespace tijian::method {

/// The straight line through (from, at_from) and (to, at_to), unclipped. Both scores come out
/// exactly, and numbers near the ends of double's range neither overflow nor vanish.
Scale two_point(double from, double to, double at_from, double at_to);

/// offset + factor (unit x - shift), without the clipping.
inline double on_line(const Scale& s, double x) {
  return s.offset + s.factor * (s.unit * x - s.shift);
}

/// The score of an affine scale, clipped; NaN stays NaN.
double affine_score(const Scale&, double x);

}  // namespace tijian::method
