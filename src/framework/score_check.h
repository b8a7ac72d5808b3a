#pragma once
#include <vector>

#include "tijian/framework.h"

namespace tijian::framework {

/// What is wrong with the indicators' value functions and normalisers, of a framework that no
/// loader checked: with the codes that a YAML file gets.
std::vector<Diagnostic> check_scores(const Framework&, const MethodTable&);

}  // namespace tijian::framework
