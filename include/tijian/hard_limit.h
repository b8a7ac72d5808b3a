#pragma once
#include <vector>

#include "tijian/matrix.h"
#include "tijian/missing.h"
#include "tijian/run.h"

namespace tijian {

/// Where a row stands to a binding limit. In the indicator's unit.
struct HardLimit {
  Index row;
  int indicator;
  double value = missing;  ///< missing: nobody measured it
  double limit = missing;
  bool cap = false;  ///< it is to stay below the limit, else above
  int due = 0;       ///< the year of a plan's limit; 0: it holds every year
  /// What is left to the limit; negative: by how much it is passed. No allowance: a limit is to be
  /// kept, and what is left may be used up by what the figure leaves out.
  double headroom = missing;
  Period last_period = {};  ///< the value before, of the same series; {}: none
  double last = missing;
  double pace = missing;  ///< a year, since then
  double needed =
      missing;  ///< a year from now, to be at the limit when it is due; missing: kept, or over
  double years = missing;  ///< until the limit is passed at this pace; missing: it is not
  bool passed = false;     ///< the verdict is a breach
};

/// Of each row of a period, the binding indicators that apply and have a limit: first those that
/// are passed, by how much of the limit, then those that nobody measured, then by what is left.
/// UsageError where `check` of the run throws, or its card lacks details.
std::vector<HardLimit> hard_limits(const Run&, const Period&);

}  // namespace tijian
