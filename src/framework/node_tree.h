#pragma once
#include <vector>

#include "framework/borrowing.h"

namespace tijian::framework {

/// Numbers the nodes of a draft in preorder, parents before children. Returns the indicators in the
/// order of the leaves.
std::vector<IndicatorDraft> build_tree(const FrameworkDraft&, Borrowing&, std::vector<Node>& nodes,
                                       std::vector<Diagnostic>&);

}  // namespace tijian::framework
