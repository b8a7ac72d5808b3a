#include "diagnosis/standing.h"

#include <algorithm>
#include <cmath>

#include "model/rules.h"
#include "statistics/quantile.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {
std::vector<Standing> standings(const IndicatorTable& table, std::span<const Index> rows,
                                int indicator, Direction direction) {
  std::vector<Standing> out(rows.size());
  constexpr double shares[] = {0.25, 0.5, 0.75};
  std::vector<std::pair<double, std::size_t>> best_first;
  std::vector<double> values;
  const double sign = direction == Direction::lower ? -1 : 1;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const double value = table.values(rows[k], indicator);
    if (std::isnan(value) || !table.applies(rows[k], indicator)) continue;
    best_first.emplace_back(sign * value, k);
    values.push_back(value);
  }
  if (values.size() < 2) return out;  // alone
  const auto count = static_cast<int>(values.size());
  const std::vector<double> quartiles = statistics::quantiles(values, shares);
  const Standing all{quartiles[1], quartiles[0], quartiles[2], 0, count};
  std::ranges::stable_sort(best_first, std::ranges::greater{},
                           [](const auto& x) { return x.first; });
  for (const auto& one : best_first) out[one.second] = all;
  if (direction == Direction::range) return out;
  model::rank_in_order(
      best_first.size(), [&](std::size_t i) { return best_first[i].first; },
      [&](std::size_t i, int rank) { out[best_first[i].second].rank = rank; });
  return out;
}

}  // namespace tijian::diagnosis
