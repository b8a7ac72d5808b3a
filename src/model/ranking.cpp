#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "model/peers.h"
#include "model/rules.h"
#include "tijian/scorecard.h"

namespace tijian {
namespace {

/// One column of scores, and what orders those that the cap made equal.
struct Ranking {
  std::span<const double> scores, uncapped;
  double sign;  ///< of scores, so that more is better

  double score(Eigen::Index row) const { return sign * scores[row]; }
  double before_cap(Eigen::Index row) const {
    const double x = uncapped.empty() ? missing : uncapped[row];
    return std::isnan(x) ? std::numeric_limits<double>::infinity() : sign * x;
  }

  /// Ranks of the scores at `rows`; `rows` is put in order, best first.
  void rank(std::vector<Eigen::Index>& rows, std::vector<int>& ranks) const {
    std::ranges::sort(rows, std::ranges::greater{}, [&](Eigen::Index row) { return score(row); });
    model::rank_in_order(
        rows.size(), [&](std::size_t i) { return score(rows[i]); },
        [&](std::size_t i, int rank) { ranks[rows[i]] = rank; });
    if (uncapped.empty()) return;
    for (std::size_t first = 0; first < rows.size();) {
      const auto same = [&](Eigen::Index row) { return ranks[row] == ranks[rows[first]]; };
      const auto end = std::find_if_not(rows.begin() + first, rows.end(), same);
      const std::span tied(rows.begin() + first, end);
      first = static_cast<std::size_t>(end - rows.begin());
      if (tied.size() > 1) part(tied, ranks);
    }
  }

  /// Ranks of those that tie, from the rank that they share.
  void part(std::span<Eigen::Index> tied, std::vector<int>& ranks) const {
    const int shared = ranks[tied.front()];
    std::ranges::sort(tied, std::ranges::greater{},
                      [&](Eigen::Index row) { return before_cap(row); });
    const auto capped =
        std::ranges::find_if(tied, [&](Eigen::Index row) { return !std::isinf(before_cap(row)); });
    const auto before = static_cast<int>(capped - tied.begin());
    model::rank_in_order(
        tied.end() - capped, [&](std::size_t i) { return before_cap(capped[i]); },
        [&](std::size_t i, int rank) { ranks[capped[i]] = shared + before + rank - 1; });
  }
};

/// The rows of each group that have a score.
std::map<int, std::vector<Eigen::Index>> members_of(std::span<const double> scores,
                                                    std::span<const int> groups) {
  std::map<int, std::vector<Eigen::Index>> members;
  for (std::size_t row = 0; row < scores.size();) {  // runs of rows of one group
    const int group = groups[row];
    std::vector<Eigen::Index>& own = members[group];
    for (; row < scores.size() && groups[row] == group; ++row)
      if (!std::isnan(scores[row])) own.push_back(static_cast<Eigen::Index>(row));
  }
  return members;
}

}  // namespace

std::vector<int> rank_within(std::span<const double> scores, std::span<const int> groups,
                             Direction better, std::span<const double> uncapped) {
  if (scores.size() != groups.size() || (!uncapped.empty() && uncapped.size() != scores.size()))
    throw UsageError(fmt::format("{} scores, {} groups of rows and {} scores without a cap",
                                 scores.size(), groups.size(), uncapped.size()));
  std::vector<int> ranks(scores.size());
  const Ranking ranking{scores, uncapped, better == Direction::lower ? -1.0 : 1.0};
  for (auto& [group, members] : members_of(scores, groups)) ranking.rank(members, ranks);
  return ranks;
}

std::vector<int> rank_within_periods(std::span<const double> scores, const Rows& rows,
                                     Direction better) {
  if (scores.size() != rows.period.size() || scores.size() != rows.place.size())
    throw UsageError(fmt::format("{} scores, {} places and {} periods of rows", scores.size(),
                                 rows.place.size(), rows.period.size()));
  return rank_within(scores, model::RankGroups({}).number(rows), better);
}

std::vector<std::int16_t> classes_within(std::span<const double> scores,
                                         std::span<const int> groups, const RankClasses& classes) {
  const std::vector<int> ranks = rank_within(scores, groups);
  std::map<int, int> ranked;
  for (std::size_t i = 0; i < ranks.size(); ++i) ranked[groups[i]] += ranks[i] > 0;
  std::vector<std::int16_t> out(ranks.size());
  for (std::size_t i = 0; i < ranks.size(); ++i)
    if (ranks[i] > 0)
      out[i] = static_cast<std::int16_t>(classes.of_rank(ranks[i], ranked[groups[i]]));
  return out;
}

}  // namespace tijian
