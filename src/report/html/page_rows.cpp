#include "report/html/page_rows.h"

#include <algorithm>
#include <set>

namespace tijian::report {

PageRows::PageRows(const HealthReport& report) : scope_(scope_of(report)) {
  const Rows& all = report.diagnosis.rows;
  std::set<Period> periods;
  std::vector<int> place_number(all.places.size(), -1);
  for (const Period& period : all.period)
    if (period <= report.diagnosis.period) periods.insert(period);
  for (std::size_t place = 0; place < rows().size(); ++place)
    place_number[all.place[rows()[place]]] = static_cast<int>(place);
  periods_.assign(periods.begin(), periods.end());
  history_.assign(rows().size() * periods_.size(), -1);
  for (Index row = 0; row < all.size(); ++row) {
    const int place = place_number[all.place[row]];
    const auto at = std::ranges::lower_bound(periods_, all.period[row]);
    if (place < 0 || at == periods_.end()) continue;
    history_[static_cast<std::size_t>(place) * periods_.size() +
             static_cast<std::size_t>(at - periods_.begin())] = row;
  }
}

}  // namespace tijian::report
