#pragma once
#include <optional>
#include <vector>

#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// Gives the problems of a diagnosis their state by those of the one before, and returns those of
/// it that are none any more: solved where the figure was measured, not checked where it was not.
/// What was another kind of problem of the same place and indicator continues; what was solved
/// before stays so, so that a relapse can be told.
std::vector<Problem> compare_with_previous(const Run&, Diagnosis&,
                                           const std::vector<KnownProblem>& previous);

/// Problems of the diagnosis before whose place or indicator is not there any more (N590).
std::optional<Diagnostic> report_lost_problems(const Diagnosis&, const std::vector<KnownProblem>&);

}  // namespace tijian::diagnosis
