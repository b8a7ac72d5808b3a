#include "method/moments.h"

#include <algorithm>
#include <cmath>

#include "method/summary.h"
#include "tijian/missing.h"

namespace tijian::method {

Shape shape(std::span<const double> values) {
  const Summary s = summarise(values);
  if (s.constant()) return {missing, missing};
  const double n = s.count, unit = s.unit, mean = unit * s.mean;
  const double reach = std::max(unit * s.max - mean, mean - unit * s.min);
  double m2 = 0, m3 = 0, m4 = 0;  // of deviations over the largest: no power overflows
  for (const double x : values) {
    if (!(x == x)) continue;
    const double d = (unit * x - mean) / reach;
    m2 += d * d / n;
    m3 += d * d * d / n;
    m4 += d * d * d * d / n;
  }
  const double g1 = m3 / std::pow(m2, 1.5), g2 = m4 / (m2 * m2) - 3;
  return {n < 3 ? missing : g1 * std::sqrt(n * (n - 1)) / (n - 2),
          n < 4 ? missing : ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))};
}

}  // namespace tijian::method
