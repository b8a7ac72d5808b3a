#include "analysis/level_values.h"

#include <cmath>

#include "model/scale_ends.h"

namespace tijian::analysis {
namespace {

constexpr double alike = 1e-12;  // of what is computed

std::optional<LevelValues> level_group(std::span<const double> values, const IndicatorTable& table,
                                       const std::vector<Index>& rows, int indicator) {
  LevelValues level{-1};
  for (const Index row : rows) {
    if (std::isnan(values[row]) || (indicator >= 0 && !table.applies(row, indicator))) continue;
    if (level.places++ == 0) level.row = row;
    const double first = values[level.row];
    if (std::abs(values[row] - first) > alike * std::abs(first)) return std::nullopt;
  }
  return level.places >= model::fewest_places ? std::optional(level) : std::nullopt;
}

}  // namespace

std::optional<LevelValues> level_values(std::span<const double> values, const IndicatorTable& table,
                                        const std::vector<std::vector<Index>>& groups,
                                        int indicator) {
  std::optional<LevelValues> last;
  long times = 0;
  for (const std::vector<Index>& rows : groups)
    if (const auto level = level_group(values, table, rows, indicator)) {
      ++times;
      const auto& periods = table.rows.period;
      if (!last || periods[last->row] <= periods[level->row]) last = level;
    }
  if (last) last->groups = times;
  return last;
}

}  // namespace tijian::analysis
