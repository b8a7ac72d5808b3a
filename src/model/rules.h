#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "tijian/indicator_table.h"
#include "tijian/method.h"
#include "tijian/missing.h"
#include "tijian/scorecard.h"

namespace tijian::model {

// The rules of the domain, each once: whoever scores, ranks or explains calls these.

// ---- enough of a node's children ----

/// A sum of weights misses a share by rounding.
inline constexpr double coverage_slack = 1e-12;

/// What a child weighs in the share that `min_coverage` asks for; `given`: the framework's weight.
inline double coverage_weight(const MissingRules& rules, double given) {
  return rules.measure == MissingRules::Measure::count && given > 0 ? 1 : given;
}

/// The least that must be there of children that together weigh `all`.
inline double least_coverage(double min_coverage, double all) {
  return (min_coverage - coverage_slack) * all;
}

/// How much of a node's applicable children has a score.
struct Coverage {
  double have = 0, all = 0;

  void add(double weight, bool scored) {
    all += weight;
    if (scored) have += weight;
  }
  bool enough(double min_coverage) const { return have >= least_coverage(min_coverage, all); }
  double share() const { return all > 0 ? have / all : 0; }
};

// ---- scales ----

/// Whether the sample scales that indicator (else its value function does).
inline bool scaled_by_sample(const Method& method, const Indicator& indicator) {
  return method.normalise_all || !indicator.score;
}

/// Whether its values go through a transform before they are scaled: value functions see them as
/// they are.
inline bool transforms(const Method& method, const Indicator& indicator) {
  return indicator.compiled_transform && scaled_by_sample(method, indicator);
}

/// Whether the parent of a category sees its scores mirrored.
inline bool turned(const Node& node) {
  return node.parent >= 0 && node.direction == Direction::lower;
}

/// What scales an indicator where the sample does.
inline const Choice& normaliser_of(const Method& method, const Indicator& indicator) {
  return indicator.normalise ? *indicator.normalise : method.normalise;
}

// ---- hard limits ----

/// While a binding indicator below a node is in breach its score is held at this share of the way
/// from the worst end of its scale to the best.
inline constexpr double cap_of_breach = 0.6;

struct Cap {
  double at = missing;  ///< a score
  bool lower = false;   ///< less is better: the cap is from below

  bool passed(double score) const { return lower ? score < at : score > at; }
};

/// On a scale from `low` to `high`.
inline Cap cap_on(double low, double high, bool lower) {
  const double way = cap_of_breach * (high - low);
  return {lower ? high - way : low + way, lower};
}

/// An imputed value is nobody's measurement: what is judged is the table's.
inline Verdict verdict_of(const Framework& framework, const IndicatorTable& table, Eigen::Index row,
                          int indicator) {
  if (!table.applies(row, indicator)) return Verdict::not_applicable;
  return judge(framework.indicators[indicator], table.values(row, indicator),
               table.rows.period[row])
      .verdict;
}

/// Those of a node's binding indicators that are in breach.
inline std::vector<int> breaches(const Framework& framework, const IndicatorTable& table,
                                 Eigen::Index row, std::span<const int> binding) {
  std::vector<int> out;
  for (const int indicator : binding)
    if (verdict_of(framework, table, row, indicator) == Verdict::breach) out.push_back(indicator);
  return out;
}

/// Whether any of a node's binding indicators is in breach.
inline bool breached(const Framework& framework, const IndicatorTable& table, Eigen::Index row,
                     std::span<const int> binding) {
  return std::ranges::any_of(binding, [&](int indicator) {
    return verdict_of(framework, table, row, indicator) == Verdict::breach;
  });
}

// ---- ties ----

/// Scores tie within this share of their range, or within the rounding of their own size: a mean of
/// equal scores may miss them in the last digit.
inline constexpr double tie = 1e-12, rounding = 1e-14;

/// Goes along scores in order. A score within the slack of the first of its group ties with it.
class Ties {
 public:
  Ties(double first, double last, double share)
      : slack_(std::max(share * std::abs(first - last),
                        rounding * std::max(std::abs(first), std::abs(last)))),
        first_(first) {}
  /// Whether the score begins a group.
  bool ends_at(double score) {
    if (!(std::abs(first_ - score) > slack_)) return false;
    first_ = score;
    return true;
  }
  double first() const { return first_; }

 private:
  double slack_, first_;
};

/// Ranks of scores that stand best first: `give(place, rank)`. Ties share the smallest rank.
template <class Score, class Give>
void rank_in_order(std::size_t count, Score score, Give give) {
  if (count == 0) return;
  Ties ties(score(0), score(count - 1), tie);
  std::size_t first = 0;  // of the group
  for (std::size_t i = 0; i < count; ++i) {
    if (ties.ends_at(score(i))) first = i;
    give(i, static_cast<int>(first) + 1);
  }
}

/// What a score was before its cap, `sign` of it, so that more is better: infinite where no cap
/// held it, which `uncapped` says by NaN.
inline double before_cap(double uncapped, double sign) {
  return std::isnan(uncapped) ? std::numeric_limits<double>::infinity() : sign * uncapped;
}

/// Ranks of items that stand best first by `score(item)`: `give(item, rank)`. Where `capped`, those
/// that tie are put in order: behind the others those that the cap made equal, by `before(item)`,
/// what they were before it.
template <class Item, class Score, class Before, class Give>
void rank_best_first(std::span<Item> items, bool capped, Score score, Before before, Give give) {
  std::vector<std::size_t> starts;  // of the groups that tie
  rank_in_order(
      items.size(), [&](std::size_t i) { return score(items[i]); },
      [&](std::size_t i, int rank) {
        if (capped && static_cast<std::size_t>(rank) == i + 1) starts.push_back(i);
        give(items[i], rank);
      });
  if (!capped) return;
  starts.push_back(items.size());
  for (std::size_t g = 0; g + 1 < starts.size(); ++g) {
    if (starts[g + 1] - starts[g] < 2) continue;
    const std::span tied = items.subspan(starts[g], starts[g + 1] - starts[g]);
    std::ranges::stable_sort(tied, std::ranges::greater{}, before);
    const auto held =
        std::ranges::find_if_not(tied, [&](const Item& item) { return std::isinf(before(item)); });
    const auto first = static_cast<std::size_t>(held - tied.begin());
    const std::span behind = tied.subspan(first);
    rank_in_order(
        behind.size(), [&](std::size_t i) { return before(behind[i]); },
        [&](std::size_t i, int rank) {
          give(behind[i], static_cast<int>(starts[g] + first) + rank);
        });
  }
}

}  // namespace tijian::model
