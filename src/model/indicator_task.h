#pragma once
#include "dataset/formula_runner.h"
#include "model/evaluation_warnings.h"
#include "model/provenance.h"
#include "tijian/indicator_table.h"

namespace tijian::model {

/// Evaluates one indicator over some rows: its formula, and where that gives nothing, what the data
/// give directly. Its place in the table must have been made.
class IndicatorTask {
 public:
  IndicatorTask(const Framework&, int indicator, const dataset::EvaluationInput&, const Provenance&,
                IndicatorTable&);

  Occurrences run(Eigen::Index first, Eigen::Index end);

 private:
  enum class Origin : std::uint8_t { none, computed, given };

  void block(Eigen::Index first, int count);
  Origin choose(Eigen::Index row, double& value);
  void note_conflict(Eigen::Index row, double given, double computed);
  void note_faults(Eigen::Index row, std::uint8_t faults);
  void note_implausible(Eigen::Index row, double value, Origin);
  bool is_told(Eigen::Index row) const;
  /// `computed`: the bits of what the formula reads.
  void mark(Eigen::Index row, double value, Origin, std::uint8_t computed);
  double standard_error(Eigen::Index row, Origin) const;
  bool applies(Eigen::Index row) const;

  const Framework& framework_;
  const Indicator& indicator_;
  int number_;
  int given_;             ///< the column that gives it directly, or -1
  int bare_;              ///< the column that its formula only passes on, or -1
  PlausibleRange range_;  ///< of what is computed
  const dataset::EvaluationInput& input_;
  const Provenance& provenance_;
  IndicatorTable& table_;
  Occurrences seen_;
  std::optional<dataset::FormulaRunner> runner_;  ///< where all columns are there that it reads
  std::vector<std::uint8_t> faults_, bits_;
};

}  // namespace tijian::model
