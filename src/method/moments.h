#pragma once
#include <span>

namespace tijian::method {

/// Skewness and excess kurtosis of type 2 (as SAS, SPSS and Excel: Joanes & Gill 1998) of the
/// present values. NaN for constants, below three values (skewness) or four (kurtosis).
struct Shape {
  double skewness, kurtosis;
};
Shape shape(std::span<const double> values);

}  // namespace tijian::method
