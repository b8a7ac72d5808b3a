#pragma once
#include <set>
#include <string>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/indicator_table.h"

namespace tijian::report {

/// How much of the data is there.
struct Extent {
  std::set<Period> periods;
  double cells = 0, present = 0;
  int indicators = 0;  ///< with a value anywhere

  double coverage() const { return cells > 0 ? present / cells : 0; }
};
Extent extent_of(const Dataset&, const IndicatorTable&);

/// How many categories, without the index.
long categories(const Framework&);
/// Ids of the indicators that rest on a number nobody checked.
std::vector<std::string> uncited_indicators(const Framework&);

}  // namespace tijian::report
