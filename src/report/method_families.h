#pragma once
#include <string>
#include <vector>

#include "tijian/method_table.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// A key that stands beside the methods' own parameters.
struct MethodKey {
  std::string name;  ///< dots lead into maps: `fill.nodes`
  Text value;        ///< what may stand there
  Text fallback;     ///< what holds without it; empty: required
  Text about;
};

/// A family of methods, or another key of the method file or the framework, as documentation sees
/// it.
struct MethodFamily {
  std::string key;  ///< of the method file
  Text title, about;
  std::vector<MethodKey> keys;
  std::string example;  ///< in YAML, whole lines
  std::vector<const MethodEntry*> entries;
};

std::vector<MethodFamily> method_families(const MethodTable&);

/// `[worst, best]`, `min | average | max`, ...
std::string kind_words(const Parameter&, Language);

}  // namespace tijian::report
