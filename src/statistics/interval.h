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

/// Interval of a mean by Student's t, from the mean and the standard deviation (with n - 1) of `n`
/// values; of a weighted mean, n is the effective size. `confidence` is within 0..1, its ends
/// excluded. NaN where n is not above 1. Student (1908), The probable error of a mean.
Interval mean_interval(double mean, double sd, double n, double confidence = 0.95);

/// Half the width of a two-sided interval in standard errors, by Student's t of `freedom` degrees;
/// NaN where these are not above 0.
double student_t(double confidence, double freedom);

}  // namespace tijian::statistics
