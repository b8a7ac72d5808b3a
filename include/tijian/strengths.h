#pragma once
#include <vector>

#include "tijian/diagnosis.h"
#include "tijian/run.h"

namespace tijian {

/// An indicator in which a place stands out among its peers, for better or worse.
struct Strength {
  Index row = 0;
  int indicator = 0;
  bool weak = false;  ///< a weakness
  /// In the indicator's unit: of the place; the median and the best of the peers with a value, the
  /// place among them; and the value less these.
  double value = missing, median = missing, best = missing;
  double gap_to_median = missing, gap_to_best = missing;
  double quartile[2] = {missing, missing};  ///< lower and upper, by value
  int rank = 0, of = 0;                     ///< by value among the peers, 1 is best
  /// How far it is from the median in interquartile ranges, 0 or more; infinite where half of the
  /// peers have the median.
  double distance = 0;
};

/// How many peers with a value, and how many different values, make a strength.
inline constexpr int strength_peers = 8, strength_values = 5;

/// Strengths and weaknesses of the rows of the diagnosis's period: by row, strengths first, the
/// farthest from the median first. A value is a strength where it reaches the better quartile (type
/// 7) of at least 8 peers with at least 5 different values, is better than the median, no more than
/// a quarter of the peers have the same, and the indicator has a better side; a weakness likewise
/// on the other side. So yes and no, a tie at the end of a scale and values all alike are none,
/// though a list by rank would say so. Imputed values do not count. UsageError where `check` of the
/// run throws or the diagnosis is of other rows.
std::vector<Strength> strengths(const Run&, const Diagnosis&);

}  // namespace tijian
