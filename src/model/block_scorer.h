#pragma once
#include <atomic>
#include <vector>

#include "model/fitted_plan.h"
#include "model/strata.h"
#include "tijian/model.h"

namespace tijian::model {

/// What all blocks of one `apply` share.
struct ScoringTask {
  const Model& model;
  const ScoringPlan& plan;
  const FittedPlan& fitted;
  const IndicatorTable& table;
  const Matrix<double>& values;       ///< imputed where the method imputes
  const Matrix<double>& scaled;       ///< what scales see of them: through transforms
  Strata strata;                      ///< numbers of model.strata; -1: not fitted
  std::vector<Eigen::Index> order;    ///< canonical; only where rows are compared
  std::vector<double> place_weights;  ///< of `reference.weights`; empty: all alike
  Scorecard& card;
  Matrix<bool> filled;                      ///< rows x nodes; empty without
  std::vector<char> doubtful;               ///< one a node: something below may be unscored
  std::vector<std::atomic<long>> negative;  ///< one a node: rows that a negative child made missing
};

/// Of each node, in the memory that a block scorer works in.
inline constexpr int scratch_columns = 4;

/// Scores a block of rows, node by node from the leaves up.
class BlockScorer {
 public:
  BlockScorer(ScoringTask&, Eigen::Index begin, Eigen::Index rows, Matrix<double>& scratch);
  void run();

 private:
  double* score_of(int node);
  double* present_of(int node);
  /// The block's part of a column that the card keeps of a category, or null.
  template <class T>
  T* kept(Matrix<T>& matrix, int node) {
    const int column = task_.card.column(node);
    const int own = column >= 0 ? task_.card.coverage_column[column] : -1;
    return own >= 0 && matrix.size() > 0 ? matrix.column(own).data() + begin_ : nullptr;
  }
  double* applicable_of(int node);
  double* uncapped_of(int node);
  void leaf(int node);
  void inner(int node);
  void fused(int node);
  void sibling_mean(int node);
  bool asked_of(int child, Eigen::Index row);
  const double* counted(int child, std::vector<std::vector<double>>& turned);
  void aggregate(int node);
  void aggregate_peers(int node, const Children&);
  std::vector<Eigen::Index> members_of(int stratum) const;
  std::vector<double> shares_of(int node) const;
  void cover(int node);
  void require_coverage(int node);
  void rescale(int node);
  void fill(int node);
  void count_scored(int node, bool bearing, int* counts);
  void count_applicable(int node, int* counts);
  void count(int node);
  void require_indicators(int node);
  void round(int node, int decimals);
  /// Whether a breach may hold a category.
  bool caps(int node) const {
    return framework_.nodes[node].indicator < 0 && task_.plan.nodes[node].cap.has_value();
  }
  std::vector<double> without_caps(int node);
  void cap(int node);
  bool applies(int indicator, Eigen::Index row) const;

  ScoringTask& task_;
  const Framework& framework_;
  Eigen::Index begin_, rows_;
  Matrix<double>& scratch_;
  bool all_applicable_;
};

}  // namespace tijian::model
