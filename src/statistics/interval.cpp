#include "statistics/interval.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "tijian/missing.h"

namespace tijian::statistics {

Interval wilson(double successes, double n, double z) {
  if (!(n > 0)) return {missing, missing};
  const double p = successes / n, zz = z * z;
  const double middle = p + zz / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + zz / (4 * n * n));
  const double below = 1 + zz / n;
  return {(middle - half) / below, (middle + half) / below};
}

Interval mean_interval(double mean, double sd, double n, double confidence) {
  const double half = student_t(confidence, n - 1) * sd / std::sqrt(n);
  return {mean - half, mean + half};
}

double student_t(double confidence, double freedom) {
  if (!(freedom > 0)) return missing;
  const boost::math::students_t t(freedom);
  return quantile(complement(t, (1 - confidence) / 2));
}

}  // namespace tijian::statistics
