#include "dataset/series_index.h"

#include <algorithm>
#include <span>

namespace tijian::dataset {

SeriesIndex::SeriesIndex(const Rows& rows) : first_(rows.places.size() + 1, 0) {
  const auto is_year = [&](std::size_t r) { return rows.period[r].part == Period::Part::year; };
  for (std::size_t r = 0; r < rows.place.size(); ++r)
    if (is_year(r)) ++first_[rows.place[r] + 1];
  for (std::size_t p = 1; p < first_.size(); ++p) first_[p] += first_[p - 1];
  entries_.resize(first_.back());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for (std::size_t r = 0; r < rows.place.size(); ++r)
    if (is_year(r))
      entries_[next[rows.place[r]]++] = {rows.period[r].year, static_cast<Eigen::Index>(r)};
  for (std::size_t p = 0; p + 1 < first_.size(); ++p)
    std::ranges::sort(std::span(entries_).subspan(first_[p], first_[p + 1] - first_[p]), {},
                      &Entry::year);
}

Eigen::Index SeriesIndex::row(int place, int year) const {
  const auto series = std::span(entries_).subspan(first_[place], first_[place + 1] - first_[place]);
  const auto found = std::ranges::lower_bound(series, year, {}, &Entry::year);
  return found != series.end() && found->year == year ? found->row : -1;
}

}  // namespace tijian::dataset
