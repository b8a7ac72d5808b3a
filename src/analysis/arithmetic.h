#pragma once
#include "tijian/explanation.h"

namespace tijian::analysis {

/// A score worked out with its numbers, and what comes out before it is held within the scale: NaN
/// where there is nothing to work out.
struct WorkedOut {
  Arithmetic how;
  double result = missing;
};
WorkedOut work_out(const ValueFunction&, double x, const Period&);
/// The same on a normaliser's fitted scale; `line`: a straight one, else by comparison.
WorkedOut work_out(const Scale&, bool line, double x);

}  // namespace tijian::analysis
