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

/// Of a file's periods that others have too the one with the most rows, and these.
std::pair<Period, long> usual_period(const Counts& counts, const std::map<Period, int>& files) {
  std::pair<Period, long> usual{{}, 0};
  for (const auto& [period, rows] : counts)
    if (files.at(period) > 1 && rows >= usual.second) usual = {period, rows};
  return usual;
}

Diagnostic odd(const FileTable& table, const Period& period, long rows, const Period& shared) {
  const auto& periods = table.data.rows.period;
  const auto first = std::ranges::find(periods, period) - periods.begin();
  return base::make_diagnostic(
      "B460", {table.path, table.row_line[first], table.period_column, table.sheet},
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
  const std::pair<Period, int> shared = shared_period(files);
  std::vector<Diagnostic> warnings;
  if (shared.second < 2) return warnings;
  for (std::size_t f = 0; f < tables.size(); ++f) {
    const std::pair<Period, long> usual = usual_period(counts[f], files);
    for (const auto& [period, rows] : counts[f]) {
      const bool alone = files[period] == 1 && period != Period{};
      const bool all_of_it = counts[f].size() == 1 && shared.second >= enough_files;
      if (alone && (usual.second > 0 ? 2 * rows <= usual.second : all_of_it))
        warnings.push_back(
            odd(tables[f], period, rows, usual.second > 0 ? usual.first : shared.first));
    }
  }
  return warnings;
}

}  // namespace tijian::dataset
