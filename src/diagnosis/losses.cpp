#include "diagnosis/losses.h"

#include <cmath>

#include "analysis/node_change.h"
#include "model/scoring_plan.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {
namespace {

using analysis::NodeState;

class LossReader {
 public:
  LossReader(const Run& run, std::span<const Index> rows)
      : run_(run),
        framework_(*run.framework),
        plan_(model::plan_scoring(framework_, run.model.method, *run.model.methods)),
        rows_(rows),
        lost_(static_cast<Index>(rows.size()), std::ssize(framework_.indicators), 0.0) {}

  Matrix<double> read() {
    descend(0, Eigen::ArrayXd::Ones(std::ssize(rows_)), true);
    for (Index k = 0; k < std::ssize(rows_); ++k)
      if (endless_ || std::isnan(run_.card.score(rows_[k], 0)))
        for (Index j = 0; j < lost_.cols(); ++j) lost_(k, j) = missing;
    return std::move(lost_);
  }

 private:
  Eigen::ArrayXd score(int node) const {
    Eigen::ArrayXd out(std::ssize(rows_));
    const int column = run_.card.column(node);
    for (Index k = 0; k < out.size(); ++k)
      out[k] = plan_.nodes[node].counted(run_.card.score(rows_[k], column));
    return out;
  }

  /// The end of a child's scale, as its parent sees it, that is best for the index: `high` where
  /// the index rises with the parent.
  double best(int child, bool high) const {
    const model::ScoreScale& scale = plan_.nodes[child].scale;
    return high ? scale.high : scale.low;
  }

  NodeState state(int node, const Eigen::ArrayXXd& scores) const {
    const model::NodePlan& plan = plan_.nodes[node];
    NodeState out{scores, {}, plan.mean.entry, plan.mean.choice};
    for (const int child : framework_.nodes[node].children)
      out.weights.push_back(run_.model.weights[child]);
    return out;
  }

  /// Takes a node's loss apart: `points` of the index for each of its own.
  void descend(int node, const Eigen::ArrayXd& points, bool high) {
    const std::vector<int>& children = framework_.nodes[node].children;
    Eigen::ArrayXXd own(std::ssize(rows_), std::ssize(children)), ideal = own;
    for (Index k = 0; k < own.cols(); ++k) {
      own.col(k) = score(children[k]);
      endless_ = endless_ || std::isnan(best(children[k], high));
      const Eigen::ArrayXd end = Eigen::ArrayXd::Constant(own.rows(), best(children[k], high));
      ideal.col(k) = own.col(k).isNaN().select(missing, end);
    }
    const analysis::NodeChange change =
        analysis::explain_change(state(node, ideal), state(node, own));
    for (Index k = 0; k < own.cols(); ++k) {
      const int child = children[k];
      const int indicator = framework_.nodes[child].indicator;
      const Eigen::ArrayXd share = points * change.slope.col(k);
      if (indicator >= 0)
        add(indicator, share * (ideal.col(k) - own.col(k)));
      else if (plan_.nodes[child].turned)
        descend(child, -share, !high);
      else
        descend(child, share, high);
    }
    if (plan_.nodes[node].cap) add_cap(node, points, own);
  }

  void add(int indicator, const Eigen::ArrayXd& amounts) {
    for (Index k = 0; k < amounts.size(); ++k)
      if (!std::isnan(amounts[k])) lost_(k, indicator) += amounts[k];
  }

  /// What a cap takes from the mean of the children.
  void add_cap(int node, const Eigen::ArrayXd& points, const Eigen::ArrayXXd& own) {
    const model::NodePlan& plan = plan_.nodes[node];
    Children children;
    children.rows = std::ssize(rows_);
    for (Index k = 0; k < own.cols(); ++k) children.columns.push_back(own.col(k).data());
    const NodeState weights = state(node, own);
    children.weights = weights.weights;
    std::vector<double> mean(rows_.size());
    plan.mean->apply(children, plan.mean.choice, mean);
    for (Index k = 0; k < std::ssize(rows_); ++k) {
      const double score = run_.card.score(rows_[k], run_.card.column(node));
      if (std::isnan(score) || !plan.cap->passed(mean[k])) continue;
      const std::vector<int> breaches =
          model::breaches(framework_, run_.table, rows_[k], plan.binding);
      for (const int j : breaches)
        lost_(k, j) += points[k] * (mean[k] - score) / static_cast<double>(breaches.size());
    }
  }

  const Run& run_;
  const Framework& framework_;
  const model::ScoringPlan plan_;
  std::span<const Index> rows_;
  Matrix<double> lost_;
  bool endless_ = false;  ///< a scale on the way has no ends
};

}  // namespace

Matrix<double> points_lost(const Run& run, std::span<const Index> rows) {
  return LossReader(run, rows).read();
}

}  // namespace tijian::diagnosis
