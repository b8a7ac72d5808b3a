#pragma once
#include <string>

#include "report/language.h"
#include "tijian/framework.h"

namespace tijian::report {

/// A formula with the variables' titles in place of their ids: `绿地面积 / 常住人口`.
std::string formula_words(const std::string& formula, const Framework&, Language);

}  // namespace tijian::report
