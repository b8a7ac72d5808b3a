#pragma once
#include <string>

#include "tijian/framework.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// The book of indicators, in Markdown: definition, formula with titles, unit, benchmarks with
/// their sources and how sure they are, value function in words, keeper, tags.
std::string dictionary(const Framework&, const MethodTable&, Language);

}  // namespace tijian::report
