#include "statistics/funnel.h"

#include <algorithm>
#include <cmath>

#include "tijian/missing.h"

namespace tijian::statistics {

Interval funnel_limits(double share, double n, double z) {
  if (!(n > 0 && share >= 0 && share <= 1)) return {missing, missing};
  const double half = z * std::sqrt(share * (1 - share) / n);
  return {std::max(share - half, 0.0), std::min(share + half, 1.0)};
}

std::optional<Outlier> funnel_outlier(double successes, double n, double share) {
  const Interval usual = funnel_limits(share, n, z_95), wide = funnel_limits(share, n, z_998);
  const double own = successes / n;
  if (std::isnan(own) || std::isnan(usual.low)) return std::nullopt;
  if (own < wide.low) return Outlier::far_below;
  if (own < usual.low) return Outlier::below;
  if (own > wide.high) return Outlier::far_above;
  return own > usual.high ? Outlier::above : Outlier::none;
}

}  // namespace tijian::statistics
