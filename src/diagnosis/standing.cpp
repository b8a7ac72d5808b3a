#include "diagnosis/standing.h"

#include <algorithm>
#include <cmath>

#include "model/rules.h"
#include "tijian/missing.h"

namespace tijian::diagnosis {
namespace {

/// Of type 7, of values in order.
double quantile(std::span<const double> sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::vector<Standing> standings(const IndicatorTable& table, std::span<const Index> rows,
                                int indicator, Direction direction) {
  std::vector<Standing> out(rows.size());
  std::vector<std::pair<double, std::size_t>> best_first;
  std::vector<double> values;
  const double sign = direction == Direction::lower ? -1 : 1;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const double value = table.values(rows[k], indicator);
    if (std::isnan(value) || !table.applies(rows[k], indicator)) continue;
    best_first.emplace_back(sign * value, k);
    values.push_back(value);
  }
  if (values.empty()) return out;
  std::ranges::sort(values);
  const Standing all{quantile(values, 0.5), quantile(values, 0.25), quantile(values, 0.75), 0,
                     static_cast<int>(values.size())};
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
