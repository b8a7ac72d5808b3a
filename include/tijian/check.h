#pragma once
#include <vector>

#include "tijian/framework.h"
#include "tijian/method.h"

namespace tijian {

/// What of a method does not fit the framework or the table: unknown methods, nodes and attributes;
/// unknown, missing, wrong and reversed parameters; numbers out of range or not finite. Each says
/// where in the method it stands (`in`: method.aggregate[2].nodes[1]) and what is expected there,
/// with the code that a YAML file gets. The loaders, `fit`, `collect` and `robustness` refuse the
/// same. UsageError where `check` of the framework throws.
std::vector<Diagnostic> check(const Method&, const Framework&,
                              const MethodTable& = builtin_methods());

/// What a framework and a method decide between them before there are data.
struct Preview {
  std::vector<Diagnostic> diagnostics;  ///< of `check`, else what `fit` tells of any data
  std::vector<Text> notes;              ///< Model::notes of weights that no data decide
};

/// `fit` to data tells the same, in the same words.
Preview preview(const Method&, const Framework&, const MethodTable& = builtin_methods());

}  // namespace tijian
