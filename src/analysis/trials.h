#pragma once
#include <span>
#include <utility>
#include <vector>

#include "tijian/model.h"

namespace tijian::analysis {

/// Scores one row again and again with some of its values changed.
class Trials {
 public:
  /// Indicators and their new values.
  using Change = std::vector<std::pair<int, double>>;

  /// Keeps references. `whole`: rows are compared with each other, so that each trial takes the
  /// whole table.
  Trials(const Model&, const IndicatorTable&, Index row, bool whole);

  /// Under each of the changes the score of its node: one node a change, or one for all.
  std::vector<double> scores(std::span<const Change>, std::span<const int> nodes);
  std::vector<double> scores(std::span<const Change>, int node);
  double score(const Change& change, int node) { return scores({&change, 1}, node)[0]; }

 private:
  void lay_out(std::size_t rows);
  std::vector<double> scores_apart(std::span<const Change>, std::span<const int> nodes);

  const Model& model_;
  const IndicatorTable& table_;
  Index row_;
  bool whole_;
  IndicatorTable trial_;
  Scorecard card_;
};

}  // namespace tijian::analysis
