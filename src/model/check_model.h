#pragma once
#include <vector>

#include "tijian/model.h"

namespace tijian::model {

/// What keeps a model from being applied: its sizes, its methods, what they need to be fitted
/// (M698, and what `check_method` finds). Each fault says where: `strata[1].columns.id.knots`.
std::vector<Diagnostic> check_model(const Model&);

/// The part of it that looks at no numbers, for models that a program made: UsageError.
void require_whole(const Model&);

}  // namespace tijian::model
