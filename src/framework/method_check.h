#pragma once
#include <vector>

#include "framework/fault_list.h"
#include "tijian/framework.h"
#include "yaml/document.h"

namespace tijian::framework {

/// What `check` finds, each with its path from the method on.
std::vector<MethodFault> method_faults(const Method&, const Framework&, const MethodTable&);

/// Adds what `check` finds, at its place below `root`, the node of the method that `in` leads to.
/// Left out is what stands where the document has an error already.
void report_method_faults(const Method&, const Framework&, const MethodTable&,
                          const yaml::Node& root, const std::string& in,
                          std::vector<Diagnostic>& diagnostics);

}  // namespace tijian::framework
