#pragma once
#include <vector>

#include "tijian/framework.h"
#include "yaml/document.h"

namespace tijian::framework {

/// Checks that the nodes and attributes which a framework's own method names exist. `root` is the
/// framework's document.
void check_method(const Framework&, const yaml::Node& root, std::vector<Diagnostic>&);

}  // namespace tijian::framework
