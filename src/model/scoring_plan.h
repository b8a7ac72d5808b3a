#pragma once
#include <optional>
#include <vector>

#include "tijian/framework.h"
#include "tijian/method.h"

namespace tijian::model {

/// A method of the table and all its parameters.
template <class Entry>
struct Resolved {
  const Entry* entry = nullptr;  ///< null: none
  Choice choice;

  explicit operator bool() const { return entry; }
  const Entry* operator->() const { return entry; }
};

/// How a node gets its score.
struct NodePlan {
  Resolved<Aggregator> mean;       ///< none for a leaf
  Resolved<Normaliser> rescaling;  ///< of the scores of all places; none: as they are
  std::vector<int> binding;        ///< binding indicators anywhere below
  int decimals = -1;               ///< rounding; -1: none
  bool filled = false;             ///< missing.fill names it
};

/// The method resolved for a framework: what fit, apply, robustness, comparisons and explanations
/// go by, so that none of them decides again. It points into the table of methods.
struct ScoringPlan {
  std::vector<NodePlan> nodes;
  std::vector<char> by_sample;  ///< one an indicator: the sample scales it, not its value function
  Resolved<Imputer> impute;     ///< of values; none: they stay as they are
  bool sibling_mean = false;    ///< scores are filled instead
  Resolved<Treater> treat;      ///< none: values stay as they are
  Resolved<Normaliser> normalise;
  bool whole_table = false;  ///< rows are compared with each other: all are scored together
};

/// The method's names must be those of the table: see check_method.
ScoringPlan plan_scoring(const Framework&, const Method&, const MethodTable&);

/// The first choice of the method whose statistics do not merge, as M652.
std::optional<Diagnostic> unmergeable(const ScoringPlan&, const Framework&, const Method&,
                                      const MethodTable&);

/// The first choice of the method whose fit a file cannot keep (`periods: each`, a method that
/// fills from the rows or compares places), as M692.
std::optional<Diagnostic> unsavable(const ScoringPlan&, const Framework&, const Method&);

}  // namespace tijian::model
