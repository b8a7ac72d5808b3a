#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "tijian/scorecard.h"

namespace tijian {
namespace {

/// Ranks of the scores at `rows`; `rows` is put in order, best first.
void rank_rows(std::span<const double> scores, std::vector<Eigen::Index>& rows,
               Eigen::ArrayXi& ranks) {
  std::ranges::sort(rows, [&](Eigen::Index a, Eigen::Index b) { return scores[a] > scores[b]; });
  if (rows.empty()) return;
  const double slack = 1e-9 * (scores[rows.front()] - scores[rows.back()]);
  std::size_t first = 0;  // of the group of ties
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (scores[rows[first]] - scores[rows[i]] > slack) first = i;
    ranks[rows[i]] = static_cast<int>(first) + 1;
  }
}

}  // namespace

Eigen::ArrayXi rank_within_periods(std::span<const double> scores, const Rows& rows) {
  Eigen::ArrayXi ranks = Eigen::ArrayXi::Zero(scores.size());
  std::map<Period, std::vector<Eigen::Index>> by_period;
  for (Eigen::Index row = 0; row < rows.size();) {  // runs of rows of one period
    const Period period = rows.period[row];
    std::vector<Eigen::Index>& members = by_period[period];
    for (; row < rows.size() && rows.period[row] == period; ++row)
      if (!std::isnan(scores[row])) members.push_back(row);
  }
  for (auto& [key, members] : by_period) rank_rows(scores, members, ranks);
  return ranks;
}

}  // namespace tijian
