#pragma once
#include "dataset/evaluation.h"

namespace tijian::dataset {

/// The most rows that a formula is run over at once: its stack stays in the cache.
inline constexpr int evaluation_block = 1024;

/// Runs a formula over blocks of rows. Keeps its stack, so one for each thread.
class FormulaRunner {
 public:
  /// The input must have a column for every variable of the formula.
  FormulaRunner(const formula::Formula&, const EvaluationInput&);

  /// The values of `count` rows from `first` on, and what went wrong in each. Missing is NaN.
  void run(Eigen::Index first, int count, double* values, std::uint8_t* faults);

 private:
  void load(const formula::Instruction&, const RowWindow&);
  void step(const formula::Instruction&, int count, std::uint8_t* faults);
  double* level(std::size_t below_top) {
    return &stack_[(height_ - 1 - below_top) * evaluation_block];
  }

  const formula::Formula& formula_;
  const EvaluationInput& input_;
  std::vector<double> stack_;
  std::size_t height_ = 0;
};

/// The values of a formula in all rows, and what went wrong in each.
struct FormulaValues {
  FormulaValues(const formula::Formula&, const EvaluationInput&);
  std::vector<double> values;
  std::vector<std::uint8_t> faults;
};

}  // namespace tijian::dataset
