#include "statistics/interval.h"

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

}  // namespace tijian::statistics
