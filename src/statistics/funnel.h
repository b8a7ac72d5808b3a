#pragma once
#include <optional>

#include "statistics/interval.h"

namespace tijian::statistics {

/// Between which shares a place with `n` cases lies by chance where its true share is `share`,
/// 0..1: share +- z sqrt(share (1 - share) / n), cut off at 0 and 1. NaN where n is not above 0 or
/// the share is outside 0..1. Spiegelhalter (2005), Funnel plots for comparing institutional
/// performance.
Interval funnel_limits(double share, double n, double z = z_95);

/// Where a place lies among others of its size: beyond 99.8 %, beyond 95 %, or between.
enum class Outlier { far_below, below, none, above, far_above };

/// Of a place with `successes` of `n` against the pooled `share` of all places: outside its funnel
/// limits, which is where the pooled share is outside the place's own Wilson interval. Nothing
/// where a number is missing or there are no limits.
std::optional<Outlier> funnel_outlier(double successes, double n, double share);

}  // namespace tijian::statistics
