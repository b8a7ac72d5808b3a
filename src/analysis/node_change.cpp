#include "analysis/node_change.h"

#include <algorithm>
#include <cmath>

#include "analysis/mean_function.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

/// Gives a child that one side lacks the weight of the other, on the scale of its own side.
void complete_weights(std::vector<double>& own, const std::vector<double>& other) {
  double own_sum = 0, other_sum = 0;  // of the children of both
  for (std::size_t k = 0; k < own.size(); ++k)
    if (!std::isnan(own[k]) && !std::isnan(other[k])) {
      own_sum += own[k];
      other_sum += other[k];
    }
  const double scale = own_sum > 0 && other_sum > 0 ? own_sum / other_sum : 1;
  for (std::size_t k = 0; k < own.size(); ++k)
    if (std::isnan(own[k])) own[k] = scale * other[k];
}

/// Effects on one row.
struct RowChange {
  explicit RowChange(std::size_t children)
      : slope(children, 0), weight(children, 0), presence(children, 0) {}
  std::vector<double> slope, weight, presence;
  double aggregation = 0;

  void add(const RowChange& other, double share) {
    for (std::size_t k = 0; k < slope.size(); ++k) {
      slope[k] += share * other.slope[k];
      weight[k] += share * other.weight[k];
      presence[k] += share * other.presence[k];
    }
    aggregation += share * other.aggregation;
  }
  bool finite() const {
    const auto all = [](const std::vector<double>& values) {
      return std::ranges::all_of(values, [](double x) { return std::isfinite(x); });
    };
    return all(slope) && all(weight) && all(presence) && std::isfinite(aggregation);
  }
};

class Explainer {
 public:
  Explainer(NodeState before, NodeState after) : a_(std::move(before)), b_(std::move(after)) {
    const std::vector<double> own = a_.weights;
    complete_weights(a_.weights, b_.weights);
    complete_weights(b_.weights, own);
    rows_ = a_.scores.rows();
    children_ = a_.scores.cols();
  }

  NodeChange run() {
    out_.slope.setZero(rows_, children_);
    out_.weight = out_.presence = out_.slope;
    out_.aggregation.setZero(rows_);
    std::vector<Index> open;
    for (Index row = 0; row < rows_; ++row)
      if (const auto change = in_closed_form(row))
        store(row, *change);
      else
        open.push_back(row);
    if (!open.empty()) one_at_a_time(open);
    return std::move(out_);
  }

 private:
  bool in_a(Index row, Index k) const { return !std::isnan(a_.scores(row, k)); }
  bool in_b(Index row, Index k) const { return !std::isnan(b_.scores(row, k)); }

  void store(Index row, const RowChange& change) {
    for (Index k = 0; k < children_; ++k) {
      out_.slope(row, k) = change.slope[k];
      out_.weight(row, k) = change.weight[k];
      out_.presence(row, k) = change.presence[k];
    }
    out_.aggregation[row] = change.aggregation;
  }

  // ---- means of one kind ----

  /// Weights that sum to one over the children that `side` has in that row; empty where it has
  /// none.
  std::vector<double> shares(Index row, bool presence_of_b,
                             const std::vector<double>& stated) const {
    std::vector<double> w(children_, 0);
    double sum = 0;
    for (Index k = 0; k < children_; ++k)
      if (presence_of_b ? in_b(row, k) : in_a(row, k)) sum += w[k] = stated[k];
    if (!(sum > 0)) return {};
    for (double& x : w) x /= sum;
    return w;
  }

  /// A mean through its function; missing where that is not defined.
  double mean(const MeanFunction& f, Index row, const NodeState& side,
              const std::vector<double>& w) const {
    double sum = 0;
    for (Index k = 0; k < children_; ++k) {
      if (w[k] == 0) continue;
      if (!f.defined(side.scores(row, k))) return missing;
      sum += w[k] * f(side.scores(row, k));
    }
    return f.inverse(sum);
  }

  /// Where both sides are power means, defined by their functions. If the means differ, the change
  /// of mean comes first or last, and both are averaged.
  std::optional<RowChange> in_closed_form(Index row) const {
    const auto fa = MeanFunction::of(*a_.aggregator, a_.choice);
    const auto fb = MeanFunction::of(*b_.aggregator, b_.choice);
    if (!fa || !fb) return {};
    const auto wa = shares(row, false, a_.weights), wb = shares(row, true, b_.weights);
    if (wa.empty() || wb.empty()) return {};
    const double before = mean(*fa, row, a_, wa), after = mean(*fb, row, b_, wb);
    if (!fa->defined(before) || !fb->defined(after)) return {};
    RowChange change(children_);
    if (*fa == *fb) {
      change.add(under(*fa, row, wa, wb, before, after), 1);
    } else {
      const double first = mean(*fb, row, a_, wa), last = mean(*fa, row, b_, wb);
      if (!fb->defined(first) || !fa->defined(last)) return {};
      RowChange early = under(*fb, row, wa, wb, first, after);
      early.aggregation = first - before;
      RowChange late = under(*fa, row, wa, wb, before, last);
      late.aggregation = after - last;
      change.add(early, 0.5);
      change.add(late, 0.5);
    }
    if (!change.finite()) return {};
    return change;
  }

  /// The change from one mean to another of the same function: every child at midpoint weights,
  /// every weight at midpoint scores (for the logarithm: Ang 2004, LMDI).
  RowChange under(const MeanFunction& f, Index row, const std::vector<double>& wa,
                  const std::vector<double>& wb, double before, double after) const {
    RowChange change(children_);
    const double unit = f.secant(before, after);
    std::vector<double> level(children_, 0);  // of each child, through f
    for (Index k = 0; k < children_; ++k) {
      const double sa = a_.scores(row, k), sb = b_.scores(row, k);
      const bool early = in_a(row, k) && f.defined(sa), late = in_b(row, k) && f.defined(sb);
      if (early || late) level[k] = !early ? f(sb) : !late ? f(sa) : (f(sa) + f(sb)) / 2;
      if (in_a(row, k) && in_b(row, k) && wa[k] + wb[k] > 0)
        change.slope[k] = (wa[k] + wb[k]) / 2 * f.secant(sa, sb) / unit;
    }
    share_weights(row, wa, wb, level, (f(before) + f(after)) / 2, unit, change);
    return change;
  }

  /// Divides the change of weights between what is stated and what is there.
  void share_weights(Index row, const std::vector<double>& wa, const std::vector<double>& wb,
                     const std::vector<double>& level, double middle, double unit,
                     RowChange& change) const {
    const auto moved = shares(row, true, a_.weights), restated = shares(row, false, b_.weights);
    std::vector<double> by_presence(children_), by_weight(children_, 0);
    double common = 0, common_levels = 0;
    for (Index k = 0; k < children_; ++k) {
      by_presence[k] = wb[k] - wa[k];
      if (!moved.empty() && !restated.empty()) {
        by_presence[k] = (moved[k] - wa[k] + wb[k] - restated[k]) / 2;
        by_weight[k] = (restated[k] - wa[k] + wb[k] - moved[k]) / 2;
      }
      if (in_a(row, k) != in_b(row, k)) continue;
      common += by_presence[k];
      common_levels += level[k] * by_presence[k];
    }
    // A child that comes or goes answers for what that does to the weights of the others.
    const double others = std::abs(common) > 1e-12 ? common_levels / common : middle;
    for (Index k = 0; k < children_; ++k) {
      change.weight[k] = (level[k] - middle) * by_weight[k] / unit;
      if (in_a(row, k) != in_b(row, k))
        change.presence[k] = (level[k] - others) * by_presence[k] / unit;
    }
  }

  // ---- any method ----

  enum class Effect { score, presence, weight, aggregation };
  struct Step {
    Effect effect;
    Index child;
  };

  std::vector<Step> steps() const {
    std::vector<Step> out;
    for (const Effect effect : {Effect::score, Effect::presence, Effect::weight})
      for (Index k = 0; k < children_; ++k) out.push_back({effect, k});
    out.push_back({Effect::aggregation, 0});
    return out;
  }

  Eigen::ArrayXd score(const NodeState& state) const {
    Children children;
    for (Index k = 0; k < children_; ++k) children.columns.push_back(state.scores.col(k).data());
    children.rows = rows_;
    children.weights = state.weights;
    Eigen::ArrayXd out(rows_);
    state.aggregator->apply(children, state.choice, {out.data(), static_cast<std::size_t>(rows_)});
    return out;
  }

  /// Puts in one change after another, forwards and backwards, and averages.
  void one_at_a_time(const std::vector<Index>& open) {
    std::vector<Step> order = steps();
    const NodeChange forwards = along(order);
    std::ranges::reverse(order);
    const NodeChange backwards = along(order);
    for (const Index row : open) {
      out_.slope.row(row) = (forwards.slope.row(row) + backwards.slope.row(row)) / 2;
      out_.presence.row(row) = (forwards.presence.row(row) + backwards.presence.row(row)) / 2;
      out_.weight.row(row) = (forwards.weight.row(row) + backwards.weight.row(row)) / 2;
      out_.aggregation[row] = (forwards.aggregation[row] + backwards.aggregation[row]) / 2;
    }
  }

  NodeChange along(const std::vector<Step>& order) const {
    NodeChange out;
    out.slope.setZero(rows_, children_);
    out.weight = out.presence = out.slope;
    out.aggregation.setZero(rows_);
    NodeState state = a_;
    Eigen::ArrayXd now = score(state);
    for (const Step& step : order) {
      take(step, state);
      Eigen::ArrayXd next = score(state);
      next = next.isNaN().select(now, next);  // on the way there may be no score
      const Eigen::ArrayXd effect = (next - now).isNaN().select(0, next - now);
      note(step, effect, out);
      now = next;
    }
    return out;
  }

  void take(const Step& step, NodeState& state) const {
    if (step.effect == Effect::weight) {
      state.weights[step.child] = b_.weights[step.child];
    } else if (step.effect == Effect::aggregation) {
      state.aggregator = b_.aggregator;
      state.choice = b_.choice;
    } else {
      for (Index row = 0; row < rows_; ++row)
        if ((in_a(row, step.child) && in_b(row, step.child)) == (step.effect == Effect::score))
          state.scores(row, step.child) = b_.scores(row, step.child);
    }
  }

  void note(const Step& step, const Eigen::ArrayXd& effect, NodeChange& out) const {
    const Index k = step.child;
    if (step.effect == Effect::presence) out.presence.col(k) = effect;
    if (step.effect == Effect::weight) out.weight.col(k) = effect;
    if (step.effect == Effect::aggregation) out.aggregation = effect;
    if (step.effect != Effect::score) return;
    for (Index row = 0; row < rows_; ++row) {
      const double change = b_.scores(row, k) - a_.scores(row, k);
      const double size = std::abs(a_.scores(row, k)) + std::abs(b_.scores(row, k));
      if (std::abs(change) > 1e-12 * size) out.slope(row, k) = effect[row] / change;
    }
  }

  NodeState a_, b_;
  Index rows_, children_;
  NodeChange out_;
};

}  // namespace

NodeChange explain_change(NodeState before, NodeState after) {
  return Explainer(std::move(before), std::move(after)).run();
}

}  // namespace tijian::analysis
