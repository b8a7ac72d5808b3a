#pragma once
#include <string>
#include <vector>

#include "tijian/method_table.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// A family of methods as documentation sees it.
struct MethodFamily {
  std::string key;  ///< of the method file
  Text title, about;
  std::vector<const MethodEntry*> entries;
};

std::vector<MethodFamily> method_families(const MethodTable&);

/// `[worst, best]`, `min | average | max`, ...
std::string kind_words(const Parameter&, Language);

}  // namespace tijian::report
