#pragma once
#include "report/json.h"

namespace tijian::report {

/// The same tree for programs.
Json to_json(const Explanation&, const Run&, Language);

}  // namespace tijian::report
