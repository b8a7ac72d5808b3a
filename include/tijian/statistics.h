#pragma once
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tijian/execution.h"
#include "tijian/framework.h"
#include "tijian/indicator_table.h"
#include "tijian/method.h"

namespace tijian {

/// What `fit` needs of reference rows, so that parts can be read apart and merged. It holds
/// counts, bounds and, where the method needs them, moments, co-moments of indicators of one
/// parent, and entropy sums over merged bounds.
struct Statistics {
  /// Moments of two columns over the rows that have both.
  struct Pair {
    int a, b;  ///< indicators, a < b
    double count = 0, mean_a = 0, mean_b = 0, m2_a = 0, m2_b = 0, c_ab = 0;
  };
  struct Stratum {
    std::string group;             ///< a value of `reference.group`, or empty
    Period period;                 ///< with `periods: each`
    std::vector<Summary> columns;  ///< one an indicator
  };
  std::vector<Stratum> strata;  ///< by group, then period
  std::vector<Pair> pairs;      ///< over all strata; only where weights need correlations
  /// Sum of r ln r of each column, r = direction-aware min-max [0,1] over the bounds of all
  /// strata. Filled by `collect_entropy` in a second pass.
  std::vector<double> entropy_sums;
  bool needs_entropy = false;  ///< the method's weights need the second pass
};

/// One pass over reference rows. M6xx where the method needs what does not merge (medians, ranks,
/// treatment, imputation): such a method is fitted to the whole table. UsageError where `check` of
/// the table throws.
Loaded<Statistics> collect(const Framework&, const Method&, const IndicatorTable&,
                           const MethodTable& = builtin_methods(), const Execution& = {});

/// The statistics of all parts together: counts and bounds exactly, moments to rounding.
/// The parts must come from the same framework and method: UsageError where their sizes differ.
Statistics merge(std::span<const Statistics>);

/// The second pass: adds the entropy sums of a part over the bounds of `merged`. The parts' sums
/// add up in `merged` itself. UsageError where `check` of the table throws, or `merged` is of other
/// sizes.
void collect_entropy(Statistics& merged, const Framework&, const Method&, const IndicatorTable&,
                     const Execution& = {});

}  // namespace tijian
