#pragma once
#include <array>
#include <string>
#include <vector>

#include "tijian/missing.h"
#include "tijian/period.h"
#include "tijian/run.h"

namespace tijian {

/// What parts two places.
struct Feature {
  int context = -1;             ///< in DiagnosisRules::context; -1: no more features differ
  double difference = missing;  ///< neighbour less place, in standard deviations of the peers
};

/// A peer that is like a place in what the framework's `diagnosis: {context: [...]}` names.
struct StatisticalNeighbour {
  Index row = 0, neighbour = 0;
  int order = 0;        ///< 1 is the nearest
  double distance = 0;  ///< root of the sum of squared differences, each in standard deviations
  std::array<Feature, 3> features{};  ///< the three that part them most, the greatest first
};

/// The five peers most like each place, with what parts them.
struct StatisticalNeighbours {
  Period period;
  std::vector<StatisticalNeighbour> pairs;  ///< by group of peers, place's name and order
  /// Places that lack a value of the context, and context that nobody has or that parts nobody:
  /// N580 and N581, warnings.
  std::vector<Diagnostic> diagnostics;
};

inline constexpr int statistical_neighbours_count = 5;

/// Standardised Euclidean distance (each feature over its standard deviation, n - 1) among those
/// peers of the period that have a value of all features. A feature that is an indicator is the
/// table's value; a variable is one of IndicatorTable::variables, where `evaluate` keeps it. One
/// that nobody has, or that is the same for all, is left out. Ties by name. Without a context
/// empty. UsageError where `check` of the run throws.
StatisticalNeighbours statistical_neighbours(const Run&, const Period&);

}  // namespace tijian
