#include "tijian/compare.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/compared_side.h"
#include "tijian/missing.h"

namespace tijian::analysis {
namespace {

constexpr double negligible = 1e-12;  // in points of the index

bool in_side(const Side& side, Index row) {
  return !side.period || side.table.rows.period[row] == *side.period;
}

class Comparer {
 public:
  Comparer(const Side& before, const Side& after, const Execution& execution)
      : a_(before, execution), b_(after, execution), fa_(a_.framework()), fb_(b_.framework()) {}

  Comparison run() {
    out_.framework_before = a_.side().model.framework;
    out_.framework_after = b_.side().model.framework;
    match_rows();
    list_indicators();
    a_.score(b_);
    b_.score(a_);
    start_moves();
    list_categories();
    explain_pair(0, 0, Eigen::ArrayXd::Ones(out_.moves.size()));
    finish_moves();
    return std::move(out_);
  }

 private:
  // ---- what belongs together ----

  using Key = std::pair<std::string, Period>;
  Key key_of(const Side& side, Index row) const {
    const bool by_place = a_.side().period && b_.side().period;
    return {side.table.rows.place_of(row), by_place ? Period{} : side.table.rows.period[row]};
  }

  static std::string name_of(const Key& key) {
    const std::string period = to_string(key.second);
    return period.empty() ? key.first : key.first + ' ' + period;
  }

  void match_rows() {
    const Side &before = a_.side(), &after = b_.side();
    std::vector<Index> rows_before, rows_after;
    std::map<Key, Index> unmatched;
    for (Index row = 0; row < after.table.rows.size(); ++row)
      if (in_side(after, row)) unmatched[key_of(after, row)] = row;
    for (Index row = 0; row < before.table.rows.size(); ++row) {
      if (!in_side(before, row)) continue;
      const auto found = unmatched.find(key_of(before, row));
      if (found == unmatched.end()) {
        out_.places_before_only.push_back(name_of(key_of(before, row)));
        continue;
      }
      rows_before.push_back(row);
      rows_after.push_back(found->second);
      unmatched.erase(found);
    }
    for (Index row = 0; row < after.table.rows.size(); ++row)
      if (in_side(after, row) && unmatched.contains(key_of(after, row)))
        out_.places_after_only.push_back(name_of(key_of(after, row)));
    a_.match(std::move(rows_before));
    b_.match(std::move(rows_after));
    pairs_ = a_.matched();
  }

  void list_indicators() {
    for (const Indicator& indicator : fa_.indicators)
      if (fb_.find_indicator(indicator.id) < 0) out_.indicators_before_only.push_back(indicator.id);
    for (const Indicator& indicator : fb_.indicators)
      if (fa_.find_indicator(indicator.id) < 0) out_.indicators_after_only.push_back(indicator.id);
  }

  // ---- moves ----

  void start_moves() {
    const std::vector<int> before = a_.ranks(), after = b_.ranks();
    const Rows &rows_a = a_.side().table.rows, &rows_b = b_.side().table.rows;
    for (std::size_t pair = 0; pair < pairs_; ++pair)
      out_.moves.push_back({rows_a.place_of(a_.row(pair)),
                            rows_a.period[a_.row(pair)],
                            rows_b.period[b_.row(pair)],
                            a_.figure(pair, 0),
                            b_.figure(pair, 0),
                            before[a_.row(pair)],
                            after[b_.row(pair)],
                            {},
                            {},
                            a_.coverage(pair),
                            b_.coverage(pair)});
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

  /// The categories right below the index, of the side after and of the one before.
  void list_categories() {
    for (const Framework* framework : {&fb_, &fa_})
      for (const int child : framework->nodes[0].children) {
        const Node& node = framework->nodes[child];
        if (node.indicator >= 0 || std::ranges::find(categories_, node.id) != categories_.end())
          continue;
        categories_.push_back(node.id);
        const int a = fa_.find_node(node.id), b = fb_.find_node(node.id);
        for (std::size_t pair = 0; pair < pairs_; ++pair)
          out_.moves[pair].categories.push_back(
              {node.id, node.title, a_.figure(pair, a), b_.figure(pair, b), 0});
      }
  }

  void add(const Framework& framework, int node, Cause cause, const Eigen::ArrayXd& amounts) {
    const Node& own = framework.nodes[node];
    const Known at = known(framework, node);
    const std::string unit = own.indicator < 0 ? "" : framework.indicators[own.indicator].unit;
    for (std::size_t pair = 0; pair < pairs_; ++pair) {
      Move& move = out_.moves[pair];
      if (std::isnan(move.change()) || !(std::abs(amounts[pair]) > negligible)) continue;
      const auto same = std::ranges::find_if(move.contributions, [&](const Contribution& c) {
        return c.node == own.id && c.cause == cause;
      });
      if (same != move.contributions.end())
        same->amount += amounts[pair];
      else
        move.contributions.push_back({own.id, own.title, cause, amounts[pair],
                                      a_.figure(pair, at.a), b_.figure(pair, at.b), unit,
                                      a_.implausible(pair, at.a) || b_.implausible(pair, at.b)});
      if (at.category >= 0) move.categories[at.category].contribution += amounts[pair];
    }
  }

  // ---- the tree ----

  /// Children of both, those of the first side first; -1: that side has none.
  struct Children {
    std::vector<int> a, b;
  };

  Children children(int a, int b) const {
    Children out{fa_.nodes[a].children, {}};
    for (const int child : out.a) {
      const auto& others = fb_.nodes[b].children;
      const auto same = std::ranges::find_if(others, [&](int other) {
        return fb_.nodes[other].id == fa_.nodes[child].id &&
               (fb_.nodes[other].indicator < 0) == (fa_.nodes[child].indicator < 0);
      });
      out.b.push_back(same == others.end() ? -1 : *same);
    }
    for (const int child : fb_.nodes[b].children)
      if (std::ranges::find(out.b, child) == out.b.end()) {
        out.a.push_back(-1);
        out.b.push_back(child);
      }
    return out;
  }

  /// Takes a node's change apart, `points` of the index for each of its own, and goes on below.
  void explain_pair(int a, int b, const Eigen::ArrayXd& points) {
    const Children all = children(a, b);
    const NodeChange change = explain_change(a_.state_of(a, all.a), b_.state_of(b, all.b));
    Eigen::ArrayXd rest = b_.scores(b) - a_.scores(a);
    const Eigen::ArrayXd whole = rest;
    for (std::size_t k = 0; k < all.a.size(); ++k) {
      const int child_a = all.a[k], child_b = all.b[k];
      const Framework& framework = child_b >= 0 ? fb_ : fa_;
      const int node = child_b >= 0 ? child_b : child_a;
      const Eigen::ArrayXd moved = b_.counted(child_b) - a_.counted(child_a);
      const Eigen::ArrayXd slope = moved.isNaN().select(0, change.slope.col(k));
      rest -=
          change.weight.col(k) + change.presence.col(k) + moved.isNaN().select(0, slope * moved);
      add(framework, node, Cause::weight, points * change.weight.col(k));
      add(framework, node, Cause::presence, points * change.presence.col(k));
      if (child_a < 0 || child_b < 0) continue;
      if (fb_.nodes[node].indicator >= 0)
        explain_leaf(child_a, child_b, points * slope);
      else if (a_.turned(child_a) == b_.turned(child_b))
        explain_pair(child_a, child_b, (b_.turned(node) ? -1.0 : 1.0) * points * slope);
      else
        add(fb_, node, Cause::scale, points * moved.isNaN().select(0, slope * moved));
    }
    rest -= change.aggregation;
    add(fb_, b, Cause::aggregation, points * change.aggregation);
    rest = whole.isNaN().select(0, points * rest);
    add_unmeasured_breaches(a, b, rest);
    add(fb_, b, Cause::adjustment, rest);
  }

  /// A cap that came or went tells of the data, not of the place, where the other side has no value
  /// of an indicator in breach, which would hold it still: that is taken out of `rest`.
  void add_unmeasured_breaches(int a, int b, Eigen::ArrayXd& rest) {
    if (!a_.binds(a) && !b_.binds(b)) return;
    std::map<std::pair<bool, int>, Eigen::ArrayXd> amounts;
    for (std::size_t pair = 0; pair < pairs_; ++pair) {
      if (!(std::abs(rest[pair]) > negligible)) continue;
      const std::vector<int> before = a_.breaches(a, pair), after = b_.breaches(b, pair);
      if (before.empty() == after.empty()) continue;
      const bool first = after.empty();
      const ComparedSide &own = first ? a_ : b_, &other = first ? b_ : a_;
      const auto& indicators = own.framework().indicators;
      std::vector<int> unmeasured = first ? before : after;
      std::erase_if(unmeasured, [&](int j) { return other.measured(indicators[j].id, pair); });
      if (unmeasured.empty()) continue;
      for (const int j : unmeasured)
        amounts
            .try_emplace({first, own.framework().find_node(indicators[j].id)},
                         Eigen::ArrayXd::Zero(pairs_))
            .first->second[pair] = rest[pair] / static_cast<double>(unmeasured.size());
      rest[pair] = 0;
    }
    for (const auto& [leaf, amount] : amounts)
      add(leaf.first ? fa_ : fb_, leaf.second, Cause::presence, amount);
  }

  /// A leaf's change is its value's, on the midpoint of both scales, and its scale's.
  void explain_leaf(int a, int b, const Eigen::ArrayXd& points) {
    const Eigen::ArrayXd before = a_.scores(a), after = b_.scores(b);
    const Eigen::ArrayXd on_a = a_.crossed(a) - before, on_b = after - b_.crossed(b);
    const Eigen::ArrayXd whole = (after - before).isNaN().select(0, after - before);
    Eigen::ArrayXd value(pairs_);
    for (std::size_t pair = 0; pair < pairs_; ++pair)
      value[pair] = std::isnan(on_a[pair])   ? std::isnan(on_b[pair]) ? whole[pair] : on_b[pair]
                      : std::isnan(on_b[pair]) ? on_a[pair]
                                             : (on_a[pair] + on_b[pair]) / 2;
    add(fb_, b, Cause::value, points * value);
    add(fb_, b, Cause::scale, points * (whole - value));
  }

  ComparedSide a_, b_;
  const Framework &fa_, &fb_;
  std::size_t pairs_ = 0;
  std::vector<std::string> categories_;  ///< ids, as Move::categories has them
  Comparison out_;
};

}  // namespace

}  // namespace tijian::analysis

namespace tijian {

Comparison compare(const Side& before, const Side& after, const Execution& execution) {
  for (const Side* side : {&before, &after}) {
    check(side->model);
    check(side->table, *side->model.framework);
  }
  return analysis::Comparer(before, after, execution).run();
}

}  // namespace tijian
