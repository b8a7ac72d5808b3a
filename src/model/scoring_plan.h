#pragma once
#include <optional>
#include <vector>

#include "model/rules.h"
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

/// What is known of the scores that a node may have.
struct ScoreScale {
  double low = missing, high = missing;  ///< its ends; NaN: it has none
  double turn = missing;  ///< what a score and its mirror image sum to; NaN: it has no middle
};

/// How a node gets its score.
struct NodePlan {
  Resolved<Aggregator> mean;       ///< none for a leaf
  Resolved<Normaliser> rescaling;  ///< of the scores of all places; none: as they are
  std::vector<int> binding;        ///< binding indicators anywhere below
  ScoreScale scale;
  std::optional<Cap> cap;  ///< what a breach below holds the score at; nothing: no such, or no ends
  bool turned = false;     ///< its parent sees its mirror image

  /// A score as the parent sees it.
  double counted(double score) const { return turned ? scale.turn - score : score; }
  double min_coverage = 0;   ///< share of the children that must have a score
  int min_indicators = 0;    ///< indicators below that must have a score
  int decimals_before = -1;  ///< rounding of the mean, before `rescaling`; -1: none
  int decimals = -1;         ///< rounding; -1: none
  bool filled = false;       ///< missing.fill names it
};

/// The method resolved for a framework: what fit, apply, robustness, comparisons and explanations
/// go by, so that none of them decides again. It points into the table of methods.
struct ScoringPlan {
  /// Whether the sample scales that indicator.
  bool by_sample(std::size_t indicator) const { return bool(normalise[indicator]); }

  std::vector<NodePlan> nodes;
  std::vector<Resolved<Normaliser>> normalise;  ///< one an indicator; none: its value function does
  std::vector<Resolved<Imputer>> impute;        ///< of values, in turn
  bool sibling_mean = false;                    ///< scores are filled instead
  Resolved<Treater> treat;                      ///< none: values stay as they are

  bool counts_indicators = false;  ///< some node needs a number of scored indicators below
  bool whole_table = false;        ///< rows are compared with each other: all are scored together
};

/// The method's names must be those of the table: see check_method.
ScoringPlan plan_scoring(const Framework&, const Method&, const MethodTable&);

/// Categories that count the other way round on a scale without a middle (M678), and breaches that
/// cannot cap a node whose scores have no ends (M679, a warning).
std::vector<Diagnostic> unscaled(const ScoringPlan&, const Framework&);

/// The first choice of the method whose statistics do not merge, as M652.
std::optional<Diagnostic> unmergeable(const ScoringPlan&, const Framework&, const Method&,
                                      const MethodTable&);

/// The first choice of the method whose fit a file cannot keep (`periods: each`, a method that
/// fills from the rows or compares places), as M692.
std::optional<Diagnostic> unsavable(const ScoringPlan&, const Framework&, const Method&);

}  // namespace tijian::model
