#pragma once
#include <optional>

#include "framework/draft.h"

namespace tijian::framework {

/// One of the indicator's own numbers, and where it was written.
struct OwnNumber {
  Value value;
  const yaml::Node* node = nullptr;  ///< null where it came from elsewhere
};

/// What stands for a parameter of its value function that is left out, or should agree with one
/// that is written; nothing where plan and standard do not have it.
std::optional<OwnNumber> own_number(const IndicatorDraft&, Parameter::Own);

/// Completes the indicator's value function from its plan and standard. F213 where they lack what
/// it needs; F242, a warning, where a number is written here and there and differs.
void complete_score(IndicatorDraft&, const ValueFunction&, std::vector<Diagnostic>&);

}  // namespace tijian::framework
