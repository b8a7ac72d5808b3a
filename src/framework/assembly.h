#pragma once
#include <string>
#include <vector>

#include "framework/framework_loader.h"

namespace tijian::framework {

/// Makes a framework of its draft: numbers the nodes, takes over indicators and variables of
/// siblings, resolves and checks what spans several keys, compiles the formulas.
LoadedFramework assemble(FrameworkDraft, const std::string& path, FrameworkLoader&,
                         const MethodTable&, std::vector<Diagnostic>&);

}  // namespace tijian::framework
