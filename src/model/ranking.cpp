#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "model/rules.h"
#include "tijian/scorecard.h"

namespace tijian {
namespace {

/// Ranks of the scores at `rows`; `rows` is put in order, best first.
void rank_rows(std::span<const double> scores, bool lower, std::vector<Eigen::Index>& rows,
               std::vector<int>& ranks) {
  std::ranges::sort(rows, [&](Eigen::Index a, Eigen::Index b) {
    return lower ? scores[a] < scores[b] : scores[a] > scores[b];
  });
  model::rank_in_order(
      rows.size(), [&](std::size_t i) { return scores[rows[i]]; },
      [&](std::size_t i, int rank) { ranks[rows[i]] = rank; });
}

}  // namespace

std::vector<int> rank_within_periods(std::span<const double> scores, const Rows& rows,
                                     Direction better) {
  if (scores.size() != rows.period.size() || scores.size() != rows.place.size())
    throw UsageError(fmt::format("{} scores, {} places and {} periods of rows", scores.size(),
                                 rows.place.size(), rows.period.size()));
  std::vector<int> ranks(scores.size());
  std::map<Period, std::vector<Eigen::Index>> by_period;
  for (Eigen::Index row = 0; row < rows.size();) {  // runs of rows of one period
    const Period period = rows.period[row];
    std::vector<Eigen::Index>& members = by_period[period];
    for (; row < rows.size() && rows.period[row] == period; ++row)
      if (!std::isnan(scores[row])) members.push_back(row);
  }
  for (auto& [key, members] : by_period)
    rank_rows(scores, better == Direction::lower, members, ranks);
  return ranks;
}

std::vector<std::int16_t> classes_within_periods(std::span<const double> scores, const Rows& rows,
                                                 const RankClasses& classes) {
  const std::vector<int> ranks = rank_within_periods(scores, rows);
  std::map<Period, int> ranked;
  for (std::size_t i = 0; i < ranks.size(); ++i) ranked[rows.period[i]] += ranks[i] > 0;
  std::vector<std::int16_t> out(ranks.size());
  for (std::size_t i = 0; i < ranks.size(); ++i)
    if (ranks[i] > 0)
      out[i] = static_cast<std::int16_t>(classes.of_rank(ranks[i], ranked[rows.period[i]]));
  return out;
}

}  // namespace tijian
