#include "diagnosis/series.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "formula/formula.h"
#include "model/value_function.h"

namespace tijian::diagnosis {

Histories::Histories(const Rows& rows) : rows_(rows), of_row_(rows.place.size(), {0, 0}) {
  order_.resize(rows.place.size());
  std::iota(order_.begin(), order_.end(), Index{0});
  std::ranges::stable_sort(order_, {}, [&](Index row) {
    return std::pair{rows.place[row], rows.period[row]};
  });
  int begin = 0;
  for (int at = 0; at < static_cast<int>(order_.size()); ++at) {
    if (rows.place[order_[begin]] != rows.place[order_[at]]) begin = at;
    of_row_[order_[at]] = {begin, at};
  }
}

std::span<const Index> Histories::until(Index row) const {
  const auto [begin, at] = of_row_[row];
  return std::span(order_).subspan(begin, at + 1 - begin);
}

std::vector<Point> series_of(const IndicatorTable& table, std::span<const Index> rows,
                             int indicator) {
  std::vector<Point> series;
  for (const Index row : rows) {
    const Period& period = table.rows.period[row];
    const Point point{model::time_of(period), table.values(row, indicator), period};
    if (!std::isnan(point.time) && !std::isnan(point.value) && table.applies(row, indicator))
      series.push_back(point);
  }
  return series;
}

std::vector<int> breaks_of(const Framework& framework, int indicator) {
  const Indicator& own = framework.indicators[indicator];
  std::vector<int> breaks = own.breaks;
  if (own.compiled)
    for (const int variable : own.compiled->variables()) {
      const auto& more = framework.variables[variable].breaks;
      breaks.insert(breaks.end(), more.begin(), more.end());
    }
  return breaks;
}

}  // namespace tijian::diagnosis
