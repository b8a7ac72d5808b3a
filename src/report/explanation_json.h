#pragma once
#include "report/explanation.h"
#include "report/json.h"

namespace tijian::report {

Json to_json(const Explanation&, const Run&, Eigen::Index row, Language);

}  // namespace tijian::report
