#include "dataset/odd_periods.h"

#include <algorithm>
#include <map>

#include "base/catalogue.h"

namespace tijian::dataset {
namespace {

/// Of fewer files, one of another year is nothing odd.
constexpr int enough_files = 3;

/// How many rows of a file are of each period.
using Counts = std::map<Period, long>;

Counts counts_of(const FileTable& table) {
  Counts counts;
  for (const Period& period : table.data.rows.period) ++counts[period];
  return counts;
}

/// The period that most files have, the latest of such, and how many; of one file: none.
std::pair<Period, int> shared_period(const std::map<Period, int>& files) {
  std::pair<Period, int> shared{{}, 1};
  for (const auto& [period, count] : files)
    if (period != Period{} && count > 1 && count >= shared.second) shared = {period, count};
  return shared;
}

Diagnostic odd(const FileTable& table, const Period& period, long rows, const Period& shared) {
  const auto& periods = table.data.rows.period;
  const auto first = std::ranges::find(periods, period) - periods.begin();
  return base::make_diagnostic("B460", {table.path, table.row_line[first], 0, table.sheet},
                               {{"rows", std::to_string(rows)},
                                {"period", to_string(period)},
                                {"shared", to_string(shared)}});
}

}  // namespace

std::vector<Diagnostic> report_odd_periods(const std::vector<FileTable>& tables) {
  std::vector<Counts> counts;
  std::map<Period, int> files;
  for (const FileTable& table : tables) {
    counts.push_back(counts_of(table));
    for (const auto& [period, rows] : counts.back()) ++files[period];
  }
  const auto [shared, how_many] = shared_period(files);
  std::vector<Diagnostic> warnings;
  if (how_many < 2) return warnings;
  for (std::size_t f = 0; f < tables.size(); ++f) {
    const auto usual = counts[f].find(shared);
    const long expected = usual == counts[f].end() ? 0 : usual->second;
    for (const auto& [period, rows] : counts[f]) {
      const bool alone = files[period] == 1 && period != Period{};
      const bool all_of_it = counts[f].size() == 1 && how_many >= enough_files;
      if (alone && (expected > 0 ? 2 * rows <= expected : all_of_it))
        warnings.push_back(odd(tables[f], period, rows, shared));
    }
  }
  return warnings;
}

}  // namespace tijian::dataset
