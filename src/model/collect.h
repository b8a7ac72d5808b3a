#pragma once
#include <span>
#include <vector>

#include "model/scoring_plan.h"
#include "model/strata.h"
#include "tijian/indicator_table.h"
#include "tijian/statistics.h"

namespace tijian::model {

/// Which statistics a method needs beyond counts and bounds.
struct Needs {
  std::vector<char> moments;               ///< one a column
  std::vector<std::pair<int, int>> pairs;  ///< columns whose co-moments are wanted
  bool entropy = false;
  bool sums = false;  ///< whether anything is summed, so that the order of the rows matters
};
Needs needs_of(const ScoringPlan&, const Framework&, const Method&, const MethodTable&);

/// The reference rows of every stratum: in canonical order where that matters, else as they stand.
std::vector<std::vector<Eigen::Index>> rows_by_stratum(const Strata&,
                                                       const std::vector<char>& reference,
                                                       const Rows&, const Needs&);

/// `weights`, one a row, weigh places in means and deviations; empty: all alike.
Statistics collect_statistics(const Matrix<double>& values, const Strata&,
                              const std::vector<std::vector<Eigen::Index>>& rows, const Needs&,
                              int threads, const std::vector<double>& weights = {});

/// Throws a UsageError unless the statistics are of the framework's sizes.
void check_sizes(const Statistics&, const Framework&);

/// Every stratum's summaries of one column together.
Summary pooled(const Statistics&, int column);

/// Min-max [0,1] over `bounds`, mirrored where lower is better.
inline double unit_interval(double x, const Summary& bounds, Direction direction) {
  const double width = bounds.max - bounds.min;
  return direction == Direction::lower ? (bounds.max - x) / width : (x - bounds.min) / width;
}

void add_entropy_sums(Statistics& merged, const Matrix<double>& values,
                      std::span<const Eigen::Index> rows, const std::vector<Direction>& directions,
                      int threads);

}  // namespace tijian::model
