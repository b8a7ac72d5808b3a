#pragma once
#include <nlohmann/json.hpp>
#include <vector>

#include "report/run.h"

namespace tijian::report {

using Json = nlohmann::ordered_json;

/// A number; null where it is missing.
Json to_json(double);
Json to_json(const std::vector<Diagnostic>&, Language);

/// The scorecard as scores.csv has it: one object a (place, period, node), absent where empty.
Json to_json(const Scorecard&);

}  // namespace tijian::report
