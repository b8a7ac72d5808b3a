#pragma once
#include <string>

#include "tijian/dataset.h"
#include "tijian/indicator_table.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// `chaoyang 2022.1: 13 categories, 134 indicators, 196 variables`
std::string summary(const Framework&, Language);
std::string summary_json(const Framework&, Language);

/// Rows, places, periods and how much of it is there.
std::string summary(const Framework&, const Dataset&, const IndicatorTable&, Language);
std::string summary_json(const Framework&, const Dataset&, const IndicatorTable&);

}  // namespace tijian::report
