#pragma once
#include <span>
#include <vector>

#include "tijian/indicator_table.h"
#include "tijian/method.h"

namespace tijian::model {

/// Of fewer places one value says nothing of all.
inline constexpr long fewest_places = 3;

/// An indicator whose own scale gives the peers of a period the same end: it does not tell them
/// apart, and a unit may be wrong.
struct ScaleEnd {
  int indicator;
  Index row;            ///< one of them
  double points;        ///< 0 or 100
  long at_end, places;  ///< so many of those with a value
  long groups = 1;      ///< of peers and periods where it is so; the last is told
};

/// One an indicator, where at least that share of at least three places lies at one end, or of one
/// or two so far behind it that ten times as much and a tenth lie there too. `groups`: one number
/// a row, of rows that are peers in a period.
std::vector<ScaleEnd> scale_ends(const Framework&, const Method&, const MethodTable&,
                                 const IndicatorTable&, std::span<const int> groups,
                                 double least_share);
/// ` in 2021` behind a word, `2021 年` before one; empty without a period.
Text when_words(const Period&);
/// N583
Diagnostic one_end(const Framework&, const Rows&, const ScaleEnd&);

/// The rows of each group, in their order.
std::vector<std::vector<Index>> rows_of_groups(std::span<const int> groups);

}  // namespace tijian::model
