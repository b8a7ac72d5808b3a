#pragma once
#include <string>
#include <string_view>

#include "report/language.h"
#include "tijian/framework.h"

namespace tijian::report {

/// A confidence as readers see it: the YAML's word in English, what it means in Chinese.
std::string confidence_words(std::string_view confidence, Language);

/// Where a number comes from: `北京城市总体规划 #20 † (uncited-high)`.
std::string basis_words(const Basis&, Language);

/// What it is the basis of: ` [target, score]`; empty where of everything.
std::string basis_of_words(const Basis&, Language);

}  // namespace tijian::report
