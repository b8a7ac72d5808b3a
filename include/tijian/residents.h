#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "tijian/diagnosis.h"

namespace tijian {

/// How the figures of a category and what residents say of it go together. Green and yellow are
/// good, orange and red are poor.
enum class Quadrant : std::uint8_t {
  unknown,  ///< one of the two is grey
  both_good,
  felt_worse,   ///< good figures, and residents are dissatisfied: they lag behind, or quality does
  felt_better,  ///< poor figures, and residents are satisfied
  both_poor     ///< what is put right first
};
std::string_view to_string(Quadrant);  ///< empty for unknown
Text title(Quadrant);                  ///< 感知滞后或质量问题, 优先治理, ...
Quadrant quadrant_of(Light felt, Light objective);

/// What to do about a survey item by its importance and its performance, cut at the means of the
/// items. Martilla and James (1977), Importance-performance analysis.
enum class Priority : std::uint8_t {
  none,              ///< no importance, or nothing to compare with
  keep,              ///< important and performs well: keep up the good work
  concentrate,       ///< important, and performs badly: concentrate here
  low_priority,      ///< neither important nor performing well
  possible_overkill  ///< performs well, and matters little
};
std::string_view to_string(Priority);  ///< empty for none
Text title(Priority);

/// What residents of a place say of a category (or of the index), and what its figures say.
struct FeltReading {
  Index row;
  int node;
  int indicator;     ///< Node::felt_as: the survey item
  double value;      ///< of it, in its unit; its performance
  double low, high;  ///< its 95 % interval; missing without `interval` or count of answers
  double answers;    ///< missing likewise
  Light felt;        ///< the item's light
  Light objective;   ///< the light of the node without the item, by its two worst indicators
  Quadrant quadrant;
  /// -1..1: Pearson's correlation, over the peers' rows of the period, of the item with what the
  /// index is felt as, the better side of both counted up. Missing below five places, of the index
  /// itself, and where one has no better side.
  double importance = missing;
  Priority priority =
      Priority::none;  ///< among the row's items of one unit and direction, two at least
};

/// By row and node; rows of the diagnosis's period, nodes with `felt_as`.
struct Residents {
  std::vector<FeltReading> readings;
  /// Null where there is none.
  const FeltReading* find(Index row, int node) const;
};

/// The nearest node above an indicator with `felt_as`; -1 where there is none.
int felt_node(const Framework&, int indicator);

/// What the residents say, of a diagnosis of that run. UsageError where `check` of the run throws
/// or the diagnosis has other rows or indicators.
Residents residents(const Run&, const Diagnosis&);

}  // namespace tijian
