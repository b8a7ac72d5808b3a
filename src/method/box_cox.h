#pragma once
#include <span>

#include "tijian/method_table.h"

namespace tijian::method {

/// ln(x - shift), where x - shift may overflow.
double log_distance(double x, double shift);

/// (z^lambda - 1)/lambda, z given by its logarithm.
double box_cox_of_log(double log_z, double lambda);

/// lambda of the greatest likelihood, with shift and scale; of ascending values, not constant.
Treatment fit_box_cox(std::span<const double> sorted);

}  // namespace tijian::method
