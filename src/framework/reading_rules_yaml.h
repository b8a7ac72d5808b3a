#pragma once
#include "framework/draft.h"
#include "yaml/shape.h"

namespace tijian::framework {

/// `{green: 7.5, red: 15}`
yaml::Shape<LightLimits> light_shape();
/// `{from: 2015, to: 2018, base: first, until: 2030}`
yaml::Shape<TrendRule> trend_shape();
/// `{share_of: respondents}`
yaml::Shape<IntervalRule> interval_shape();
/// `{trend: {...}, context: [...], findings: {...}}`: what a framework says of its diagnosis.
yaml::Shape<DiagnosisRules> diagnosis_shape();

}  // namespace tijian::framework
