#pragma once
#include <memory>
#include <span>
#include <vector>

#include "dataset/evaluation.h"

namespace tijian::model {

/// Computes indicators from a dataset in which a column is changed. Keeps a copy of its values.
class Probe {
 public:
  Probe(const Framework&, const Dataset&);
  Probe(const Probe&) = delete;  ///< what it runs refers to its own data
  Probe& operator=(const Probe&) = delete;

  const Dataset& data() const { return data_; }
  /// Whether an indicator has a formula all of whose variables have columns.
  bool computes(int indicator) const;
  /// The columns that its formula reads.
  std::vector<int> columns(int indicator) const;
  /// The column that gives it directly; -1 where none does.
  int given(int indicator) const { return input_->column_of_indicator[indicator]; }
  bool computes(const formula::Formula& formula) const { return input_->has_columns(formula); }
  /// A formula, or the indicator's, in every row; missing where a column is.
  std::vector<double> values(const formula::Formula&) const;
  std::vector<double> values(int indicator) const;
  /// The same if a column had those values, one a row.
  std::vector<double> values_with(int indicator, int column, std::span<const double> values);

 private:
  const Framework& framework_;
  Dataset data_;
  std::unique_ptr<dataset::EvaluationInput> input_;  ///< of `data_`
};

}  // namespace tijian::model
