#pragma once

namespace tijian::statistics {

/// Two-sided 95 % and 99.8 % of the normal distribution, as public health draws them.
inline constexpr double z_95 = 1.959963984540054, z_998 = 3.090232306167813;

struct Interval {
  double low, high;
};

/// Wilson's score interval of a share: `successes` of `n` > 0; both may be weighted sums. NaN where
/// n is not above 0. Wilson (1927), Probable inference.
Interval wilson(double successes, double n, double z = z_95);

}  // namespace tijian::statistics
