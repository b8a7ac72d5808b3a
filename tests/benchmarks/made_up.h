#pragma once
#include <Eigen/Core>

#include "tijian/tijian.h"

namespace tijian::benchmarks {

/// A framework of so many categories with the indicators dealt out evenly, scored by the sample;
/// with `groups`, the categories are dealt out to so many nodes of a level of their own.
Framework made_up_framework(int indicators, int categories, int groups = 0);

/// Made-up values in 0..1, two in a hundred missing.
IndicatorTable made_up_table(Eigen::Index places, int indicators);

}  // namespace tijian::benchmarks
