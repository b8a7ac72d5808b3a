#pragma once
#include "dataset/evaluation.h"

namespace tijian::model {

/// Bits of a value's provenance.
inline constexpr std::uint8_t from_synthetic = 1, from_uncited = 2, from_implausible = 4;

/// Whether synthetic, uncited or implausible cells went into values.
class Provenance {
 public:
  Provenance(const Framework&, const dataset::EvaluationInput&);

  /// The bits that occur in the data at all.
  std::uint8_t any() const { return any_; }
  /// Of a cell of the data.
  std::uint8_t of_cell(Eigen::Index row, int column) const;
  /// Of the results of a formula in `count` rows from `first` on.
  void of_formula(const formula::Formula&, Eigen::Index first, int count, std::uint8_t* bits) const;

 private:
  const dataset::EvaluationInput& input_;
  std::vector<std::uint8_t> of_source_;
  std::vector<PlausibleRange> ranges_;  ///< one a column; no limits where all its values are inside
  std::uint8_t any_ = 0;
};

}  // namespace tijian::model
