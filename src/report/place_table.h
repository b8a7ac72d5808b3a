#pragma once
#include <string>

#include "report/run.h"

namespace tijian::report {

/// One place, to read: first what the verdicts are, then every indicator with value, unit, verdict
/// and score under its category, categories with coverage and score, the index last.
std::string place_table(const Run&, const View&);

}  // namespace tijian::report
