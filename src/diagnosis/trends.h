#pragma once
#include <span>
#include <vector>

#include "diagnosis/series.h"
#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// Whether the plan's target, still to come, is missed at the present pace: by Sen's slope over
/// three values or more.
bool misses_target(std::span<const Point> unbroken, const Indicator&, const Period& now);

/// The trends of the diagnosis's period, from its readings.
std::vector<TrendReading> trends_of(const Run&, const Diagnosis&);

}  // namespace tijian::diagnosis
