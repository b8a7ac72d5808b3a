#pragma once
#include <span>

#include "tijian/method_table.h"

namespace tijian::method {

/// 1, or the power of two that brings numbers up to `magnitude` away from the ends of double's
/// range, so that squares and quotients of theirs neither overflow nor vanish.
double moderating_unit(double magnitude);

/// The statistics of the present values, in their order: two passes, so that little is lost.
Summary summarise(std::span<const double> values);

/// Adds the statistics of a further part (Chan, Golub & LeVeque 1983).
void merge(Summary& whole, const Summary& part);

/// With n - 1, of unit * value; NaN below two values.
double moderated_sd(const Summary&);

}  // namespace tijian::method
