#pragma once
#include "framework/draft.h"
#include "yaml/record.h"

namespace tijian::framework {

/// Under a table's shape of scores.
yaml::Shape<IndicatorDraft> indicator_shape(const yaml::Shape<Scoring>&);
yaml::Shape<Planning> planning_shape();
yaml::Shape<double> weight_shape();
/// higher, lower or range
const char* direction_name(Direction);

}  // namespace tijian::framework
