#include "dataset/odd_periods.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/catalogue.h"
#include "tijian/intake.h"

namespace tijian::dataset {
namespace {

/// Of fewer files, one of another year is nothing odd; of one that is far away fewer are enough.
constexpr int enough_files = 3, enough_if_far = 2, far_years = 2;

/// How many rows or values of a file are of each period.
using Counts = std::map<Period, long>;

/// What one file has of a period that is odd.
struct Odd {
  std::size_t file;
  Period period;
  long count;
  Period shared;  ///< what it should be
};

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

std::vector<Odd> find_odd(const std::vector<Counts>& counts) {
  std::map<Period, int> files;
  for (const Counts& of_file : counts)
    for (const auto& [period, count] : of_file) ++files[period];
  const std::pair<Period, int> shared = shared_period(files);
  std::vector<Odd> all;
  if (shared.second < 2) return all;
  for (std::size_t f = 0; f < counts.size(); ++f) {
    const std::pair<Period, long> usual = usual_period(counts[f], files);
    for (const auto& [period, count] : counts[f]) {
      const bool alone = files[period] == 1 && period != Period{};
      const bool far = std::abs(period.year - shared.first.year) >= far_years;
      const bool all_of_it =
          counts[f].size() == 1 && shared.second >= (far ? enough_if_far : enough_files);
      if (alone && (usual.second > 0 ? 2 * count <= usual.second : all_of_it))
        all.push_back({f, period, count, usual.second > 0 ? usual.first : shared.first});
    }
  }
  return all;
}

Diagnostic told(const Odd& odd, const FileTable& table) {
  const auto& periods = table.data.rows.period;
  const auto first = std::ranges::find(periods, odd.period) - periods.begin();
  return base::make_diagnostic(
      "B460", {table.path, table.row_line[first], table.period_column, table.sheet},
      {{"rows", std::to_string(odd.count)},
       {"period", to_string(odd.period)},
       {"shared", to_string(odd.shared)}});
}

}  // namespace

std::vector<Diagnostic> report_odd_periods(const std::vector<FileTable>& tables) {
  std::vector<Counts> counts;
  for (const FileTable& table : tables) {
    Counts& rows = counts.emplace_back();
    for (const Period& period : table.data.rows.period) ++rows[period];
  }
  std::vector<Diagnostic> warnings;
  for (const Odd& odd : find_odd(counts)) warnings.push_back(told(odd, tables[odd.file]));
  return warnings;
}

}  // namespace tijian::dataset

namespace tijian {

Period latest_period(std::span<const IntakeTable> tables) {
  std::vector<dataset::Counts> counts;
  for (const IntakeTable& table : tables) {
    dataset::Counts& values = counts.emplace_back();
    for (const IntakeColumn& column : table.columns)
      for (const auto& [place, period] : column.given) ++values[period];
  }
  for (const dataset::Odd& odd : dataset::find_odd(counts)) counts[odd.file].erase(odd.period);
  Period latest;
  for (const dataset::Counts& values : counts)
    if (!values.empty()) latest = std::max(latest, values.rbegin()->first);
  return latest;
}

}  // namespace tijian
