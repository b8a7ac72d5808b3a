#include "report/html/page_rows.h"

#include <algorithm>
#include <set>

namespace tijian::report {

PageRows::PageRows(const HealthReport& report) {
  const Rows& all = report.diagnosis.rows;
  const Period period = report.diagnosis.period;
  std::set<Period> periods;
  std::vector<int> place_number(all.places.size(), -1);
  shown_.resize(static_cast<std::size_t>(all.size()));
  for (Index row = 0; row < all.size(); ++row) {
    if (all.period[row] <= period) periods.insert(all.period[row]);
    if (all.period[row] != period) continue;
    if (!report.place.empty() && all.place_of(row) != report.place) continue;
    place_number[all.place[row]] = static_cast<int>(rows_.size());
    shown_[static_cast<std::size_t>(row)] = true;
    rows_.push_back(row);
  }
  periods_.assign(periods.begin(), periods.end());
  history_.assign(rows_.size() * periods_.size(), -1);
  for (Index row = 0; row < all.size(); ++row) {
    const int place = place_number[all.place[row]];
    const auto at = std::ranges::lower_bound(periods_, all.period[row]);
    if (place < 0 || at == periods_.end()) continue;
    history_[static_cast<std::size_t>(place) * periods_.size() +
             static_cast<std::size_t>(at - periods_.begin())] = row;
  }
}

}  // namespace tijian::report
