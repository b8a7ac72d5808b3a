#include "diagnosis/contributions.h"

#include <cmath>
#include <optional>
#include <vector>

#include "analysis/node_change.h"
#include "model/scoring_plan.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {
namespace {

using analysis::NodeState;

/// Takes what lies between the index of rows and another one apart, from the index down.
class Descent {
 public:
  /// Without `others`, the other side is the best end of every scale.
  Descent(const Run& run, std::span<const Index> rows, std::optional<std::span<const Index>> others)
      : run_(run),
        framework_(*run.framework),
        plan_(model::plan_scoring(framework_, run.model.method, *run.model.methods)),
        rows_(rows),
        others_(others),
        out_(static_cast<Index>(rows.size()), std::ssize(framework_.nodes), 0.0) {}

  Matrix<double> make() {
    descend(0, Eigen::ArrayXd::Ones(std::ssize(rows_)), true);
    Eigen::ArrayXd known = plain(rows_, 0);
    if (others_) known += plain(*others_, 0);
    for (Index k = 0; k < std::ssize(rows_); ++k)
      if (endless_ || std::isnan(known[k]))
        for (Index node = 0; node < out_.cols(); ++node) out_(k, node) = missing;
    return std::move(out_);
  }

 private:
  /// As the parent sees it; missing where there is no row.
  Eigen::ArrayXd score(std::span<const Index> rows, int node) const {
    return plain(rows, node).unaryExpr([&](double score) {
      return plan_.nodes[node].counted(score);
    });
  }

  /// The end of a child's scale, as its parent sees it, that is best for the index: `high` where
  /// the index rises with the parent.
  Eigen::ArrayXd best(int child, const Eigen::ArrayXd& own, bool high) {
    const model::ScoreScale& scale = plan_.nodes[child].scale;
    const double end = high ? scale.high : scale.low;
    endless_ = endless_ || std::isnan(end);
    return own.isNaN().select(missing, Eigen::ArrayXd::Constant(own.size(), end));
  }

  NodeState state(int node, const Eigen::ArrayXXd& scores) const {
    const model::NodePlan& plan = plan_.nodes[node];
    NodeState out{scores, {}, plan.mean.entry, plan.mean.choice};
    for (const int child : framework_.nodes[node].children)
      out.weights.push_back(run_.model.weights[child]);
    return out;
  }

  /// Takes a node apart: `points` of the index for each of its own.
  void descend(int node, const Eigen::ArrayXd& points, bool high) {
    const std::vector<int>& children = framework_.nodes[node].children;
    Eigen::ArrayXXd own(std::ssize(rows_), std::ssize(children)), other = own;
    for (Index k = 0; k < own.cols(); ++k) {
      own.col(k) = score(rows_, children[k]);
      other.col(k) = others_ ? score(*others_, children[k]) : best(children[k], own.col(k), high);
    }
    const analysis::NodeChange change =
        analysis::explain_change(state(node, other), state(node, own));
    Eigen::ArrayXd told = Eigen::ArrayXd::Zero(own.rows());
    for (Index k = 0; k < own.cols(); ++k) {
      const int child = children[k];
      const Eigen::ArrayXd moved = other.col(k) - own.col(k);
      const Eigen::ArrayXd slope = moved.isNaN().select(0, change.slope.col(k));
      const Eigen::ArrayXd both = moved.isNaN().select(0, slope * moved);
      told += both - change.presence.col(k);
      add(child, -points * change.presence.col(k));
      if (framework_.nodes[child].indicator >= 0)
        add(child, points * both);
      else
        descend(child, (plan_.nodes[child].turned ? -1.0 : 1.0) * points * slope,
                plan_.nodes[child].turned ? !high : high);
    }
    const Eigen::ArrayXd taken = add_caps(node, points, own, rows_, 1);
    if (!others_) return;
    told -= add_caps(node, points, other, *others_, -1);
    told += taken;
    const Eigen::ArrayXd whole = plain(*others_, node) - plain(rows_, node);
    add(node, whole.isNaN().select(0, points * (whole - told)));
  }

  /// A node's score on its own scale.
  Eigen::ArrayXd plain(std::span<const Index> rows, int node) const {
    Eigen::ArrayXd out(std::ssize(rows));
    const int column = run_.card.column(node);
    for (Index k = 0; k < out.size(); ++k)
      out[k] = rows[k] < 0 ? missing : run_.card.score(rows[k], column);
    return out;
  }

  void add(int node, const Eigen::ArrayXd& amounts) {
    for (Index k = 0; k < amounts.size(); ++k)
      if (!std::isnan(amounts[k])) out_(k, node) += amounts[k];
  }

  /// The means of a node's children, before a cap.
  std::vector<double> means(int node, const Eigen::ArrayXXd& scores) const {
    const model::NodePlan& plan = plan_.nodes[node];
    const NodeState own = state(node, scores);
    Children children;
    children.rows = scores.rows();
    for (Index k = 0; k < scores.cols(); ++k) children.columns.push_back(scores.col(k).data());
    children.weights = own.weights;
    std::vector<double> out(static_cast<std::size_t>(scores.rows()));
    plan.mean->apply(children, plan.mean.choice, out);
    return out;
  }

  /// What the cap of a node takes from the mean of its children, 0 where nothing; the indicators in
  /// breach get it in equal parts, `sign` times.
  Eigen::ArrayXd add_caps(int node, const Eigen::ArrayXd& points, const Eigen::ArrayXXd& scores,
                          std::span<const Index> rows, double sign) {
    const model::NodePlan& plan = plan_.nodes[node];
    Eigen::ArrayXd taken = Eigen::ArrayXd::Zero(scores.rows());
    if (!plan.cap) return taken;
    const std::vector<double> mean = means(node, scores);
    const Eigen::ArrayXd capped = plain(rows, node);
    for (Index k = 0; k < taken.size(); ++k) {
      if (std::isnan(capped[k]) || !plan.cap->passed(mean[k])) continue;
      const std::vector<int> breaches =
          model::breaches(framework_, run_.table, rows[k], plan.binding);
      if (!breaches.empty()) taken[k] = mean[k] - capped[k];
      for (const int j : breaches)
        out_(k, framework_.node_of(j)) +=
            sign * points[k] * taken[k] / static_cast<double>(breaches.size());
    }
    return taken;
  }

  const Run& run_;
  const Framework& framework_;
  const model::ScoringPlan plan_;
  std::span<const Index> rows_;
  std::optional<std::span<const Index>> others_;
  Matrix<double> out_;
  bool endless_ = false;  ///< a scale on the way has no ends
};

}  // namespace

Matrix<double> points_lost(const Run& run, std::span<const Index> rows) {
  return Descent(run, rows, {}).make();
}

Matrix<double> contributions(const Run& run, std::span<const Index> rows,
                             std::span<const Index> others) {
  return Descent(run, rows, others).make();
}

}  // namespace tijian::diagnosis
