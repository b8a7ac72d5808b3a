#pragma once
#include "tijian/arithmetic.h"
#include "tijian/framework.h"

namespace tijian::analysis {

/// How an indicator's own value function scores a value.
WorkedOut work_out(const ValueFunction&, const Choice&, double x, const Period&);
/// The same on a normaliser's fitted scale; `line`: a straight one, else by comparison.
WorkedOut work_out(const Scale&, bool line, double x);

}  // namespace tijian::analysis
