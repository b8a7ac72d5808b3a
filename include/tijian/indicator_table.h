#pragma once
#include <cstdint>
#include <map>
#include <string>
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
  /// rows x indicators: whether the value, or one that went in, lies outside its plausible range.
  /// Empty: none.
  Matrix<bool> implausible;
  Matrix<double>
      standard_error;  ///< rows x indicators, where the data give it directly. Empty: none
  std::vector<Diagnostic> diagnostics;  ///< counted warnings: x/0, log of a negative, ...
  std::uint64_t fingerprint = 0;        ///< Framework::fingerprint; 0 where a program filled it
  /// Variables by id, one value a row, that Reference::weights or DiagnosisRules::context name.
  std::map<std::string, std::vector<double>> variables;
};

/// Throws a UsageError unless `values` is rows x indicators, what goes with it is of that size or
/// empty, and the table, where it knows, was evaluated for that framework. Every function that
/// takes a table calls it. Looks at sizes and rows, not at values.
void check(const IndicatorTable&, const Framework&);

/// Computes every indicator by its formula. Missing goes through everything. A value that the data
/// give directly serves where the formula cannot be computed. An infinite value is missing (N503).
/// The table keeps the variables that `keep` names: what Reference::weights of methods will ask
/// for; that of the framework's own method and its diagnosis's context are kept anyway. UsageError
/// where `check` throws.
IndicatorTable evaluate(const Framework&, const Dataset&, const Execution& = {},
                        const std::vector<std::string>& keep = {});
/// The same, without keeping the dataset: its memory is reused where it can be.
IndicatorTable evaluate(const Framework&, Dataset&&, const Execution& = {},
                        const std::vector<std::string>& keep = {});

}  // namespace tijian
