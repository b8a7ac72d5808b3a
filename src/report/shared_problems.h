#pragma once
#include <set>
#include <vector>

#include "tijian/diagnosis.h"

namespace tijian::report {

/// How many of them are listed where there is room for a few.
inline constexpr std::size_t most_shared = 15;

/// A problem with the places that have it.
struct SharedProblem {
  int indicator;
  ProblemKind kind;
  Light severity;  ///< the gravest of them
  Aspect aspect;
  std::set<Index> rows;
};

/// All problems of a diagnosis by indicator and kind, those of most places first.
std::vector<SharedProblem> shared_problems(const Diagnosis&);

}  // namespace tijian::report
