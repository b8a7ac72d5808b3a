#pragma once
#include <string>

#include "report/json.h"

namespace tijian::report {

/// `chaoyang 2022.1: 13 categories, 134 indicators, 196 variables`
std::string summary(const Framework&, Language);
Json summary_json(const Framework&, Language);

/// Rows, places, periods and how much of it is there.
std::string summary(const Framework&, const Dataset&, const IndicatorTable&, Language);
Json summary_json(const Framework&, const Dataset&, const IndicatorTable&);

}  // namespace tijian::report
