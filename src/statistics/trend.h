#pragma once
#include <span>

#include "statistics/interval.h"
#include "statistics/kendall.h"

namespace tijian::statistics {

/// Whether a series rises or falls, and by how much a unit of time.
struct Trend {
  Kendall test;       ///< of Mann and Kendall
  double slope;       ///< Sen's: the median of the slopes between any two points
  Interval interval;  ///< of the slope
};

/// Of a series of `values` at `times`, in any order and at any steps; points where either is
/// missing are left out. `z` is the interval's: two-sided, of the normal distribution. The slope is
/// missing where no two points differ in time. The interval is missing where the test has no
/// variance, and where the points are too few for it: its ends are slopes that occur, and below
/// five points there are none that far out for 95 %. Lists of different lengths: UsageError.
/// Sen (1968), Estimates of the regression coefficient based on Kendall's tau. The ranks of the
/// interval's ends are rounded as the R package trend (Pohlert) rounds them.
Trend trend(std::span<const double> times, std::span<const double> values, double z = z_95);

/// The slope alone.
double sen_slope(std::span<const double> times, std::span<const double> values);

}  // namespace tijian::statistics
