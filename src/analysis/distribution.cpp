#include <array>

#include "statistics/quantile.h"
#include "tijian/missing.h"
#include "tijian/robustness.h"

namespace tijian {

Distribution distribution(std::span<const double> values, double nominal) {
  if (values.empty()) return {nominal, missing, missing, missing, missing};
  double sum = 0;
  for (const double value : values) sum += value;
  std::vector<double> ordered(values.begin(), values.end());
  const auto at = statistics::quantiles(ordered, std::array{0.05, 0.5, 0.95});
  return {nominal, sum / static_cast<double>(values.size()), at[0], at[1], at[2]};
}

}  // namespace tijian
