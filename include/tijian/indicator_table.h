#pragma once
#include <vector>

#include "tijian/dataset.h"
#include "tijian/execution.h"
#include "tijian/framework.h"
#include "tijian/matrix.h"

namespace tijian {

/// Rows x indicators, in the indicators' units. A program may fill one itself: rows and values
/// suffice.
struct IndicatorTable {
  Rows rows;
  Matrix<double> values;  ///< rows x Framework::indicators; NaN where missing
  /// rows x indicators; 0 where the indicator does not apply to the place. Empty: all apply.
  Matrix<bool> applicable;
  bool applies(Index row, Index indicator) const {
    return applicable.size() == 0 || applicable(row, indicator);
  }
  /// rows x indicators: whether a synthetic or an uncited value went in. Empty: none.
  Matrix<bool> synthetic, uncited;
  Matrix<double>
      standard_error;  ///< rows x indicators, where the data give it directly. Empty: none
  std::vector<Diagnostic> diagnostics;  ///< counted warnings: x/0, log of a negative, ...
};

/// Computes every indicator by its formula. Missing goes through everything. A value that the data
/// give directly serves where the formula cannot be computed.
IndicatorTable evaluate(const Framework&, const Dataset&, const Execution& = {});
/// The same, without keeping the dataset: its memory is reused where it can be.
IndicatorTable evaluate(const Framework&, Dataset&&, const Execution& = {});

}  // namespace tijian
