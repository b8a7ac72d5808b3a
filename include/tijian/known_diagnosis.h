#pragma once
#include <string>
#include <vector>

#include "tijian/diagnostic.h"
#include "tijian/light.h"
#include "tijian/missing.h"
#include "tijian/period.h"
#include "tijian/problem_kind.h"

namespace tijian {

/// A problem of the diagnosis before, as problems.csv has it.
struct KnownProblem {
  std::string id, place, node;
  ProblemKind kind = ProblemKind::standard;
  ProblemState state = ProblemState::none;
  double reference = missing;
};

/// An indicator of a place in the period of that diagnosis, as indicators.csv has it.
struct KnownReading {
  std::string place, node;
  Light light = Light::no_data;
  double value = missing, standard = missing, target = missing, median = missing;
};

/// An indicator as definitions.csv says that it was computed.
struct KnownDefinition {
  std::string node, formula, unit;
  double green = missing;  ///< of its light
};

/// What is known of a diagnosis made before.
struct KnownDiagnosis {
  Period period;
  std::vector<KnownProblem> problems;
  std::vector<KnownReading> readings;        ///< of its period; empty: not known
  std::vector<KnownDefinition> definitions;  ///< empty: not known
};

/// Reads the folder that `diagnose --out` wrote: its problems.csv and, where they are there,
/// indicators.csv and definitions.csv. C3xx where they are none.
Loaded<KnownDiagnosis> load_diagnosis(const std::string& folder);

}  // namespace tijian
