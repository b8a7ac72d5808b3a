#pragma once
#include "report/json_value.h"
#include "tijian/diagnosis.h"

namespace tijian::report {

/// What residents say of the diagnosis's period: a list of what residents.csv has.
Json residents_json(const Diagnosis&, const Run&);

}  // namespace tijian::report
