#include "tijian/compare.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/node_change.h"
#include "model/scoring_plan.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

constexpr double negligible = 1e-12;  // in points of the index

/// A row of each side.
struct RowPair {
  Index before, after;
};

bool in_side(const Side& side, Index row) {
  return !side.period || side.table.rows.period[row] == *side.period;
}

model::ScoringPlan plan_of(const Model& model) {
  return model::plan_scoring(*model.framework, model.method, *model.methods);
}

class Comparer {
 public:
  Comparer(const Side& before, const Side& after, const Execution& execution)
      : scores_only_{.details = false, .threads = execution.threads},
        a_(before),
        b_(after),
        fa_(*before.model.framework),
        fb_(*after.model.framework),
        plan_a_(plan_of(before.model)),
        plan_b_(plan_of(after.model)) {}

  Comparison run() {
    out_.framework_before = a_.model.framework;
    out_.framework_after = b_.model.framework;
    match_rows();
    list_indicators();
    card_a_ = apply(a_.model, a_.table, scores_only_);
    card_b_ = apply(b_.model, b_.table, scores_only_);
    crossed_a_ = crossed(a_, b_, true);
    crossed_b_ = crossed(b_, a_, false);
    start_moves();
    list_categories();
    explain_pair(0, 0, Eigen::ArrayXd::Ones(rows_.size()));
    finish_moves();
    return std::move(out_);
  }

 private:
  // ---- what belongs together ----

  using Key = std::pair<std::string, Period>;
  Key key_of(const Side& side, Index row) const {
    const bool by_place = a_.period && b_.period;
    return {side.table.rows.place_of(row), by_place ? Period{} : side.table.rows.period[row]};
  }

  static std::string name_of(const Key& key) {
    const std::string period = to_string(key.second);
    return period.empty() ? key.first : key.first + ' ' + period;
  }

  void match_rows() {
    std::map<Key, Index> after;
    for (Index row = 0; row < b_.table.rows.size(); ++row)
      if (in_side(b_, row)) after[key_of(b_, row)] = row;
    for (Index row = 0; row < a_.table.rows.size(); ++row) {
      if (!in_side(a_, row)) continue;
      const auto found = after.find(key_of(a_, row));
      if (found == after.end()) {
        out_.places_before_only.push_back(name_of(key_of(a_, row)));
        continue;
      }
      rows_.push_back({row, found->second});
      after.erase(found);
    }
    for (Index row = 0; row < b_.table.rows.size(); ++row)
      if (in_side(b_, row) && after.contains(key_of(b_, row)))
        out_.places_after_only.push_back(name_of(key_of(b_, row)));
  }

  void list_indicators() {
    for (const Indicator& indicator : fa_.indicators)
      if (fb_.find_indicator(indicator.id) < 0) out_.indicators_before_only.push_back(indicator.id);
    for (const Indicator& indicator : fb_.indicators)
      if (fa_.find_indicator(indicator.id) < 0) out_.indicators_after_only.push_back(indicator.id);
  }

  /// Scores of one side's leaves with the other's values in the matched rows.
  Matrix<double> crossed(const Side& own, const Side& other, bool first) const {
    IndicatorTable table = own.table;
    for (std::size_t j = 0; j < own.model.framework->indicators.size(); ++j) {
      const Indicator& indicator = own.model.framework->indicators[j];
      const int k = other.model.framework->find_indicator(indicator.id);
      if (k < 0 || other.model.framework->indicators[k].unit != indicator.unit) continue;
      for (const RowPair& pair : rows_)
        table.values(first ? pair.before : pair.after, j) =
            other.table.values(first ? pair.after : pair.before, k);
    }
    return apply(own.model, table, scores_only_).score;
  }

  // ---- moves ----

  void start_moves() {
    const auto ranks = [&](const Side& side) {
      const Scorecard card =
          apply(side.model, side.table, {.nodes = Nodes::index, .threads = scores_only_.threads});
      return std::vector<int>(card.rank.column(0).begin(), card.rank.column(0).end());
    };
    const std::vector<int> before = ranks(a_), after = ranks(b_);
    for (const RowPair& pair : rows_)
      out_.moves.push_back({a_.table.rows.place_of(pair.before),
                            a_.table.rows.period[pair.before],
                            b_.table.rows.period[pair.after],
                            card_a_.score(pair.before, 0),
                            card_b_.score(pair.after, 0),
                            before[pair.before],
                            after[pair.after],
                            {}});
  }

  void finish_moves() {
    for (Move& move : out_.moves)
      std::ranges::stable_sort(move.contributions, [](const auto& x, const auto& y) {
        return std::abs(x.amount) > std::abs(y.amount);
      });
  }

  /// What a node's contributions are told with: its number on both sides, -1 where there is none,
  /// and which of a move's categories it belongs to, -1 for the index and what stands right below.
  struct Known {
    int a, b, category;
  };

  Known known(const Framework& framework, int node) const {
    const std::string& id = framework.nodes[node].id;
    int top = node;
    while (top > 0 && framework.nodes[top].parent > 0) top = framework.nodes[top].parent;
    const auto category = std::ranges::find(categories_, framework.nodes[top].id);
    return {fa_.find_node(id), fb_.find_node(id),
            category == categories_.end() ? -1 : static_cast<int>(category - categories_.begin())};
  }

  /// An indicator's value, a category's score, on one side; missing where it has none.
  double figure(bool first, std::size_t row, int node) const {
    if (node < 0) return missing;
    const Index own = first ? rows_[row].before : rows_[row].after;
    const int leaf = (first ? fa_ : fb_).nodes[node].indicator;
    return leaf >= 0 ? (first ? a_ : b_).table.values(own, leaf)
                     : (first ? card_a_ : card_b_).score(own, node);
  }

  /// The categories right below the index, of the side after and of the one before.
  void list_categories() {
    for (const Framework* framework : {&fb_, &fa_})
      for (const int child : framework->nodes[0].children) {
        const Node& node = framework->nodes[child];
        if (node.indicator >= 0 || std::ranges::find(categories_, node.id) != categories_.end())
          continue;
        categories_.push_back(node.id);
        const int a = fa_.find_node(node.id), b = fb_.find_node(node.id);
        for (std::size_t row = 0; row < rows_.size(); ++row)
          out_.moves[row].categories.push_back(
              {node.id, node.title, figure(true, row, a), figure(false, row, b), 0});
      }
  }

  void add(const Framework& framework, int node, Cause cause, const Eigen::ArrayXd& amounts) {
    const Node& own = framework.nodes[node];
    const Known at = known(framework, node);
    const std::string unit = own.indicator < 0 ? "" : framework.indicators[own.indicator].unit;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      Move& move = out_.moves[row];
      if (std::isnan(move.change()) || !(std::abs(amounts[row]) > negligible)) continue;
      move.contributions.push_back({own.id, own.title, cause, amounts[row], figure(true, row, at.a),
                                    figure(false, row, at.b), unit});
      if (at.category >= 0) move.categories[at.category].contribution += amounts[row];
    }
  }

  /// Matched rows of a column; missing where that side has no such node.
  Eigen::ArrayXd scores(bool first, const Matrix<double>& all, int node) const {
    Eigen::ArrayXd out = Eigen::ArrayXd::Constant(rows_.size(), missing);
    for (std::size_t row = 0; row < rows_.size() && node >= 0; ++row)
      out[row] = all(first ? rows_[row].before : rows_[row].after, node);
    return out;
  }

  /// As the parent sees them.
  Eigen::ArrayXd counted(bool first, int node) const {
    const Eigen::ArrayXd own = scores(first, first ? card_a_.score : card_b_.score, node);
    if (node < 0 || !turned(first, node)) return own;
    return (first ? plan_a_ : plan_b_).nodes[node].scale.turn - own;
  }

  bool turned(bool first, int node) const { return (first ? plan_a_ : plan_b_).nodes[node].turned; }

  // ---- the tree ----

  struct Child {
    int a, b;  ///< nodes; -1: that side has none
  };

  /// Children of both, those of the first side first.
  std::vector<Child> children(int a, int b) const {
    std::vector<Child> out;
    for (const int child : fa_.nodes[a].children) {
      const auto& others = fb_.nodes[b].children;
      const auto same = std::ranges::find_if(others, [&](int other) {
        return fb_.nodes[other].id == fa_.nodes[child].id &&
               (fb_.nodes[other].indicator < 0) == (fa_.nodes[child].indicator < 0);
      });
      out.push_back({child, same == others.end() ? -1 : *same});
    }
    for (const int child : fb_.nodes[b].children)
      if (std::ranges::find(out, child, &Child::b) == out.end()) out.push_back({-1, child});
    return out;
  }

  NodeState state_of(const Side& side, int node, const std::vector<Child>& all, bool first) const {
    const model::NodePlan& plan = (first ? plan_a_ : plan_b_).nodes[node];
    NodeState state{{}, {}, plan.mean.entry, plan.mean.choice};
    state.scores.resize(rows_.size(), all.size());
    for (std::size_t k = 0; k < all.size(); ++k) {
      const int child = first ? all[k].a : all[k].b;
      state.weights.push_back(child < 0 ? missing : side.model.weights[child]);
      state.scores.col(k) = counted(first, child);
    }
    return state;
  }

  /// Takes a node's change apart, `points` of the index for each of its own, and goes on below.
  void explain_pair(int a, int b, const Eigen::ArrayXd& points) {
    const std::vector<Child> all = children(a, b);
    const NodeChange change =
        explain_change(state_of(a_, a, all, true), state_of(b_, b, all, false));
    Eigen::ArrayXd rest = scores(false, card_b_.score, b) - scores(true, card_a_.score, a);
    const Eigen::ArrayXd whole = rest;
    for (std::size_t k = 0; k < all.size(); ++k) {
      const Framework& framework = all[k].b >= 0 ? fb_ : fa_;
      const int node = all[k].b >= 0 ? all[k].b : all[k].a;
      const Eigen::ArrayXd moved = counted(false, all[k].b) - counted(true, all[k].a);
      const Eigen::ArrayXd slope = moved.isNaN().select(0, change.slope.col(k));
      rest -=
          change.weight.col(k) + change.presence.col(k) + moved.isNaN().select(0, slope * moved);
      add(framework, node, Cause::weight, points * change.weight.col(k));
      add(framework, node, Cause::presence, points * change.presence.col(k));
      if (all[k].a < 0 || all[k].b < 0) continue;
      if (fb_.nodes[node].indicator >= 0)
        explain_leaf(all[k].a, all[k].b, points * slope);
      else if (turned(true, all[k].a) == turned(false, all[k].b))
        explain_pair(all[k].a, all[k].b, (turned(false, node) ? -1.0 : 1.0) * points * slope);
      else
        add(fb_, node, Cause::scale, points * moved.isNaN().select(0, slope * moved));
    }
    rest -= change.aggregation;
    add(fb_, b, Cause::aggregation, points * change.aggregation);
    add(fb_, b, Cause::adjustment, whole.isNaN().select(0, points * rest));
  }

  /// A leaf's change is its value's, on the midpoint of both scales, and its scale's.
  void explain_leaf(int a, int b, const Eigen::ArrayXd& points) {
    const Eigen::ArrayXd before = scores(true, card_a_.score, a),
                         after = scores(false, card_b_.score, b);
    const Eigen::ArrayXd on_a = scores(true, crossed_a_, a) - before;
    const Eigen::ArrayXd on_b = after - scores(false, crossed_b_, b);
    const Eigen::ArrayXd whole = (after - before).isNaN().select(0, after - before);
    Eigen::ArrayXd value(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row)
      value[row] = std::isnan(on_a[row])   ? std::isnan(on_b[row]) ? whole[row] : on_b[row]
                     : std::isnan(on_b[row]) ? on_a[row]
                                           : (on_a[row] + on_b[row]) / 2;
    add(fb_, b, Cause::value, points * value);
    add(fb_, b, Cause::scale, points * (whole - value));
  }

  const ApplyOptions scores_only_;
  const Side &a_, &b_;
  const Framework &fa_, &fb_;
  const model::ScoringPlan plan_a_, plan_b_;
  std::vector<RowPair> rows_;
  std::vector<std::string> categories_;  ///< ids, as Move::categories has them
  Scorecard card_a_, card_b_;
  Matrix<double> crossed_a_, crossed_b_;  ///< rows x nodes of each side, with the other's values
  Comparison out_;
};

}  // namespace

}  // namespace tijian::analysis

namespace tijian {

double Move::because_of(Cause cause) const {
  double sum = 0;
  for (const Contribution& c : contributions) sum += c.cause == cause ? c.amount : 0;
  return sum;
}

std::string_view to_string(Cause cause) {
  switch (cause) {
    case Cause::value:
      return "value";
    case Cause::scale:
      return "scale";
    case Cause::weight:
      return "weight";
    case Cause::presence:
      return "presence";
    case Cause::aggregation:
      return "aggregation";
    case Cause::adjustment:
      return "adjustment";
  }
  return "";
}

Text title(Cause cause) {
  switch (cause) {
    case Cause::value:
      return {"figures", "数据变化"};
    case Cause::scale:
      return {"scoring scale", "评分标尺"};
    case Cause::weight:
      return {"weight", "权重"};
    case Cause::presence:
      return {"data that came or went", "数据有无"};
    case Cause::aggregation:
      return {"method of aggregation", "汇总方法"};
    case Cause::adjustment:
      return {"cap of a breach, rounding", "突破底线封顶、取整"};
  }
  return {};
}

Comparison compare(const Side& before, const Side& after, const Execution& execution) {
  for (const Side* side : {&before, &after}) {
    check(side->model);
    check(side->table, *side->model.framework);
  }
  return analysis::Comparer(before, after, execution).run();
}

}  // namespace tijian
