#pragma once
#include <cstddef>
#include <span>

#include "tijian/method_table.h"

namespace tijian::model {

/// A leaf of the fused kernel: its values, the line that scores them (of unit 1), its weight, and
/// where its scores go (null, for all leaves alike: nowhere).
struct FusedLeaf {
  const double* values;
  Scale scale;
  double weight;
  double* scores;
};

/// Scores, weights and averages the leaves of one parent over `rows` rows in one pass: writes the
/// arithmetic mean over the leaves that are present and the share of weight that is present, or a
/// missing score where less than `least` of weight is present. A row's sums run over the leaves in
/// their order.
void fused_mean(std::span<const FusedLeaf> leaves, std::size_t rows, double least, double* score,
                double* present_share);

/// sum of factors times columns over `rows` rows, in the order of the columns.
void weighted_sum(std::span<const double* const> columns, std::span<const double> factors,
                  std::size_t rows, double* sum);

}  // namespace tijian::model
