#pragma once
#include <optional>
#include <span>

#include "model/scoring_plan.h"
#include "tijian/framework.h"
#include "tijian/scorecard.h"

namespace tijian::model {

/// The rows whose scores are compared, in canonical order, those that the scale comes from, and
/// what each row of all weighs in means and deviations; empty: all alike.
struct Compared {
  const Rows& all;
  std::span<const Eigen::Index> rows, reference;
  std::span<const double> weights;
};

/// Takes a category's scores onto the scale that the normaliser fits to its reference rows; higher
/// is better. Scores that differ by rounding only are taken as equal. Returns why there are none,
/// if so.
std::optional<Text> rescale(const Resolved<Normaliser>&, const Node& category, const Compared&,
                            double* score);

}  // namespace tijian::model
