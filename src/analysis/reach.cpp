#include "analysis/reach.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "analysis/pace.h"
#include "model/rules.h"

namespace tijian::analysis {
namespace {

using Why = Prescription::NotMoved::Why;

constexpr double no_limit = std::numeric_limits<double>::infinity();

void collect_numbers(const Value& value, std::vector<double>& out) {
  if (const double* number = value.number()) out.push_back(*number);
  if (const ValueList* list = value.list())
    for (const Value& one : *list) collect_numbers(one, out);
  if (const ValueMap* map = value.map())
    for (const auto& [key, one] : *map) collect_numbers(one, out);
}

/// Every number at which the score may turn or a limit may be met, and further ones.
std::vector<double> turning_points(const Method& method, const Indicator& indicator) {
  std::vector<double> points;
  const Choice& scale = model::scaled_by_sample(method, indicator)
                            ? model::normaliser_of(method, indicator)
                            : *indicator.score;
  for (const auto& [key, value] : scale.parameters) collect_numbers(value, points);
  for (const Standard& standard : indicator.standards)
    for (const auto& limit : {standard.floor, standard.cap})
      if (limit) points.push_back(*limit);
  if (indicator.plan && indicator.plan->target) points.push_back(indicator.plan->target->value);
  return points;
}

/// One value that an indicator may be moved to.
struct Target {
  double to = missing;
  double score = missing;  ///< more is better for the node
  bool breach = false;

  /// Whether it is better than the other, whatever the way.
  bool better_than(const Target& other) const {
    return breach != other.breach ? !breach : score > other.score;
  }
};

/// An indicator on its way.
struct Mover {
  int indicator = -1, leaf = -1;
  double sign = 1;          ///< -1 where a lower score of it makes the node better
  double up = 0, down = 0;  ///< in its unit
  double from = missing;
  std::vector<Target> targets;  ///< the first is where it stands
  Target best, before;          ///< `before`: the last on the way to `best` that is worse
};

class Reaching {
 public:
  Reaching(const Run& run, const model::ScoringPlan& plan, Index row, int node, Trials& trials)
      : run_(run),
        framework_(*run.framework),
        plan_(plan),
        row_(row),
        trials_(trials),
        paces_(framework_, run.table, run.table.rows.period[row]) {
    const double sign = framework_.nodes[node].direction == Direction::lower ? -1 : 1;
    visit(node, framework_.nodes[node].indicator < 0 ? sign : 1);
  }

  Reach run() {
    score_targets();
    for (Mover& mover : movers_) choose(mover);
    shorten_to_the_best_end();
    for (const Mover& mover : movers_) {
      if (mover.best.better_than(mover.targets[0]))
        add(mover);
      else
        leave(mover.indicator, Why::at_best);
    }
    std::ranges::stable_sort(reach_.not_moved, {}, &Prescription::NotMoved::indicator);
    return std::move(reach_);
  }

 private:
  void leave(int indicator, Why why) { reach_.not_moved.push_back({indicator, why}); }

  void visit(int node, double sign) {
    const Node& own = framework_.nodes[node];
    if (own.indicator >= 0) return consider(node, sign);
    for (const int child : own.children)
      if (run_.model.weights[child] > 0) visit(child, plan_.nodes[child].turned ? -sign : sign);
  }

  void consider(int leaf, double sign) {
    const int j = framework_.nodes[leaf].indicator;
    if (!run_.table.applies(row_, j)) return;
    Mover mover{j, leaf, sign, 0, 0, run_.table.values(row_, j), {}, {}, {}};
    if (std::isnan(mover.from)) return leave(j, Why::no_value);
    if (run_.relative(j)) return leave(j, Why::relative);
    if (!set_reach(mover)) return leave(j, Why::no_reach);
    set_targets(mover);
    movers_.push_back(std::move(mover));
  }

  bool set_reach(Mover& mover) {
    if (const auto& effort = framework_.indicators[mover.indicator].effort) {
      mover.up = mover.down = effort->most;
      return true;
    }
    if (places_.empty()) set_places();
    const std::optional<Pace> pace = paces_.best_of(places_, mover.indicator);
    if (!pace) return false;
    const double years = years_of(run_.table.rows.period[row_]);
    mover.up = pace->up * years;
    mover.down = pace->down * years;
    return true;
  }

  /// The place and its peers of the period.
  void set_places() {
    const Rows& rows = run_.table.rows;
    places_.insert(rows.place[row_]);
    const std::vector<int>& peers = run_.card.peers;
    for (std::size_t other = 0; other < peers.size(); ++other)
      if (peers[other] == peers[row_]) places_.insert(rows.place[other]);
  }

  void set_targets(Mover& mover) const {
    const PlausibleRange& range = framework_.indicators[mover.indicator].range;
    const double low = std::max(mover.from - mover.down, range.low.value_or(-no_limit));
    const double high = std::min(mover.from + mover.up, range.high.value_or(no_limit));
    std::vector<double> to{std::min(low, mover.from), std::max(high, mover.from)};
    for (const double x : turning_points(run_.model.method, framework_.indicators[mover.indicator]))
      if (to[0] < x && x < to[1]) to.push_back(x);
    mover.targets.push_back({mover.from});
    for (const double x : to)
      if (x != mover.from) mover.targets.push_back({x});
  }

  /// Scores a target of each of the movers.
  void score(const std::vector<std::pair<const Mover*, Target*>>& all) {
    std::vector<Trials::Change> changes;
    std::vector<int> leaves;
    for (const auto& [mover, target] : all) {
      changes.push_back({{mover->indicator, target->to}});
      leaves.push_back(mover->leaf);
    }
    const std::vector<double> scores = trials_.scores(changes, leaves);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& [mover, target] = all[i];
      target->score = mover->sign * scores[i];
      target->breach =
          judge(framework_.indicators[mover->indicator], target->to, run_.table.rows.period[row_])
              .verdict == Verdict::breach;
    }
  }

  void score_targets() {
    std::vector<std::pair<const Mover*, Target*>> all;
    for (Mover& mover : movers_)
      for (Target& target : mover.targets) all.emplace_back(&mover, &target);
    score(all);
  }

  /// The best target, of those alike the nearest, and what is last before it.
  static void choose(Mover& mover) {
    const Target here = mover.targets[0];
    std::ranges::stable_sort(mover.targets, {},
                             [&](const Target& one) { return std::abs(one.to - here.to); });
    mover.best = here;
    for (const Target& one : mover.targets)
      if (one.better_than(mover.best)) mover.best = one;
    mover.before = here;
    for (const Target& one : mover.targets) {
      const bool on_the_way = (one.to - here.to) * (mover.best.to - here.to) > 0 &&
                              std::abs(one.to - here.to) < std::abs(mover.best.to - here.to);
      if (on_the_way) mover.before = one;
    }
  }

  /// No further than the score gets better: by halving, of all at once.
  void shorten_to_the_best_end() {
    std::vector<Mover*> open;
    for (Mover& mover : movers_)
      if (mover.best.better_than(mover.targets[0])) open.push_back(&mover);
    for (int round = 0; round < 60 && !open.empty(); ++round) {
      std::vector<Target> tried(open.size());
      std::vector<std::pair<const Mover*, Target*>> all;
      for (std::size_t i = 0; i < open.size(); ++i) {
        const double share = round == 0 ? 1 - 1e-9 : 0.5;  // most have no level stretch
        const double a = open[i]->before.to, b = open[i]->best.to;
        tried[i].to = a + share * (b - a);
        all.emplace_back(open[i], &tried[i]);
      }
      score(all);
      std::vector<Mover*> still;
      for (std::size_t i = 0; i < open.size(); ++i) {
        const bool as_good = !open[i]->best.better_than(tried[i]);
        if (round == 0 && !as_good) continue;
        (as_good ? open[i]->best : open[i]->before) = tried[i];
        still.push_back(open[i]);
      }
      open = std::move(still);
    }
  }

  void add(const Mover& mover) {
    Lift lift{mover.indicator, mover.from, mover.best.to};
    if (const auto& effort = framework_.indicators[mover.indicator].effort) {
      lift.cost = effort->cost * std::abs(lift.to - lift.from) / effort->per;
      lift.linear = true;
    }
    lift.cures = mover.targets[0].breach && !mover.best.breach;
    reach_.lifts.push_back(lift);
  }

  const Run& run_;
  const Framework& framework_;
  const model::ScoringPlan& plan_;
  Index row_;
  Trials& trials_;
  Paces paces_;
  std::set<std::int32_t> places_;
  std::vector<Mover> movers_;
  Reach reach_;
};

}  // namespace

Reach reach_of(const Run& run, const model::ScoringPlan& plan, Index row, int node,
               Trials& trials) {
  return Reaching(run, plan, row, node, trials).run();
}

}  // namespace tijian::analysis
