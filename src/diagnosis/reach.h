#pragma once
#include <span>

#include "diagnosis/arrow.h"
#include "statistics/trend.h"

namespace tijian::diagnosis {

/// When a series reaches what would be green at its present pace. Years; missing where it never
/// does, as when it moves away.
struct Reach {
  double reached = missing;   ///< by Sen's slope, from the last value
  double earliest = missing;  ///< the first year in which a 95 % prediction may reach it
  double latest = missing;    ///< the first year in which all of it does
};

/// Of a series of three values or more, ascending in time. What is green already is reached at the
/// last value's time.
Reach reach_of(std::span<const Point>, const statistics::Trend&, double green, Direction);

/// Whether a series of three values or more is at what would be green by that year at Sen's slope.
bool reaches_by(std::span<const Point>, double green, Direction, double year);

/// Sen's slope and Mann-Kendall's test of a series.
statistics::Trend trend_of(std::span<const Point>);

/// How hard a pace is: the share of the paces seen, from one value to the next, that are slower,
/// 0..1; missing where none was seen. `better` is 1 where more is better, else -1.
double percentile_of(double needed, std::span<const double> seen, double better);

/// The paces of a series, from one value to the next, in its unit a year.
void add_paces(std::span<const Point>, std::vector<double>& seen);

}  // namespace tijian::diagnosis
