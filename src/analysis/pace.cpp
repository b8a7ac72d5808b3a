#include "analysis/pace.h"

#include <algorithm>
#include <cmath>

#include "model/series_breaks.h"
#include "model/value_function.h"

namespace tijian::analysis {
namespace {

bool broken(std::span<const int> breaks, const Period& from, const Period& to) {
  return std::ranges::any_of(breaks, [&](int year) { return from.year < year && year <= to.year; });
}

}  // namespace

double years_of(const Period& period) {
  switch (period.part) {
    case Period::Part::year:
      return 1;
    case Period::Part::quarter:
      return 1.0 / 4;
    case Period::Part::month:
      return 1.0 / 12;
    case Period::Part::none:
      break;
  }
  return 0;
}

Paces::Paces(const Framework& framework, const IndicatorTable& table, const Period& until)
    : framework_(framework), table_(table), rows_of_(table.rows.places.size()) {
  const Rows& rows = table.rows;
  if (until.part == Period::Part::none) return;
  for (Index row = 0; row < rows.size(); ++row)
    if (rows.period[row].part == until.part && rows.period[row] <= until)
      rows_of_[rows.place[row]].push_back(row);
  for (std::vector<Index>& own : rows_of_)
    std::ranges::stable_sort(own, {}, [&](Index row) { return rows.period[row]; });
}

std::optional<Pace> Paces::best_of(const std::set<std::int32_t>& places, int indicator) const {
  std::optional<Pace> best;
  const std::vector<int> breaks = model::breaks_of(framework_, indicator);
  for (const std::int32_t place : places) add(rows_of_[place], indicator, breaks, best);
  return best;
}

void Paces::add(const std::vector<Index>& rows, int indicator, std::span<const int> breaks,
                std::optional<Pace>& best) const {
  Index before = -1;
  for (const Index row : rows) {
    if (std::isnan(table_.values(row, indicator))) continue;
    const Index last = std::exchange(before, row);
    if (last < 0) continue;
    const Period &from = table_.rows.period[last], &to = table_.rows.period[row];
    const double years = model::time_of(to) - model::time_of(from);
    if (broken(breaks, from, to) || !(years > 0)) continue;
    const double pace = (table_.values(row, indicator) - table_.values(last, indicator)) / years;
    if (!best) best.emplace();
    best->up = std::max(best->up, pace);
    best->down = std::max(best->down, -pace);
  }
}

}  // namespace tijian::analysis
