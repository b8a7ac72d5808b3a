#pragma once
#include "model/evaluation.h"

namespace tijian::model {

/// Bits of a value's provenance.
inline constexpr std::uint8_t from_synthetic = 1, from_uncited = 2;

/// Whether synthetic or uncited cells went into values.
class Provenance {
 public:
  explicit Provenance(const EvaluationInput&);

  /// The bits that occur in the data at all.
  std::uint8_t any() const { return any_; }
  /// Of a cell of the data.
  std::uint8_t of_cell(Eigen::Index row, int column) const;
  /// Of the results of a formula in `count` rows from `first` on.
  void of_formula(const formula::Formula&, Eigen::Index first, int count, std::uint8_t* bits) const;

 private:
  const EvaluationInput& input_;
  std::vector<std::uint8_t> of_source_;
  std::uint8_t any_ = 0;
};

}  // namespace tijian::model
