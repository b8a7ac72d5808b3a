#include "diagnosis/series.h"

#include <cmath>

#include "model/rows_by_place.h"
#include "model/value_function.h"

namespace tijian::diagnosis {

Histories::Histories(const Rows& rows)
    : order_(model::rows_by_place(rows)), of_row_(rows.place.size(), {0, 0}) {
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

void sort_by_place(const Rows& rows, std::vector<Index>& some) {
  std::ranges::stable_sort(some, {}, [&](Index row) { return rows.place_of(row); });
}

std::vector<Index> rows_in(const Rows& rows, const Period& period) {
  std::vector<Index> out;
  for (Index row = 0; row < rows.size(); ++row)
    if (rows.period[row] == period) out.push_back(row);
  return out;
}

}  // namespace tijian::diagnosis
