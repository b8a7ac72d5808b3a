#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "model/peers.h"
#include "model/rules.h"
#include "statistics/ascending.h"
#include "tijian/scorecard.h"

namespace tijian {
namespace {

/// The rows of each group that have a score.
std::map<int, std::vector<std::int32_t>> members_of(std::span<const double> scores,
                                                    std::span<const int> groups) {
  std::map<int, std::vector<std::int32_t>> members;
  for (std::size_t row = 0; row < scores.size();) {  // runs of rows of one group
    const int group = groups[row];
    std::vector<std::int32_t>& own = members[group];
    for (; row < scores.size() && groups[row] == group; ++row)
      if (!std::isnan(scores[row])) own.push_back(static_cast<std::int32_t>(row));
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
  const double sign = better == Direction::lower ? -1 : 1;
  const auto score = [&](std::int32_t row) { return sign * scores[row]; };
  const auto before = [&](std::int32_t row) { return model::before_cap(uncapped[row], sign); };
  for (auto& [group, rows] : members_of(scores, groups)) {
    statistics::sort_ascending(rows, [&](std::int32_t row) { return -score(row); });
    model::rank_best_first(std::span(rows), !uncapped.empty(), score, before,
                           [&](std::int32_t row, int rank) { ranks[row] = rank; });
  }
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
