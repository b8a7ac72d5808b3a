#include <algorithm>
#include <cmath>
#include <tuple>

#include "diagnosis/arrow.h"
#include "diagnosis/series.h"
#include "model/series_breaks.h"
#include "tijian/hard_limit.h"

namespace tijian::diagnosis {
namespace {

class LimitReader {
 public:
  LimitReader(const Run& run, const Period& period)
      : run_(run),
        framework_(*run.framework),
        histories_(run.table.rows),
        rows_(rows_in(run.table.rows, period)) {}

  std::vector<HardLimit> read() const {
    std::vector<HardLimit> all;
    for (const Index row : rows_)
      for (int j = 0; j < static_cast<int>(framework_.indicators.size()); ++j)
        if (framework_.indicators[j].binding && run_.table.applies(row, j)) add(row, j, all);
    std::ranges::stable_sort(all, {}, [](const HardLimit& one) {
      const double left = one.headroom / std::abs(one.limit);
      return std::tuple(one.row,
                        one.passed         ? 0
                        : std::isnan(left) ? 1
                                           : 2,
                        std::isnan(left) ? 0 : left);
    });
    return all;
  }

 private:
  void add(Index row, int j, std::vector<HardLimit>& all) const {
    const Indicator& indicator = framework_.indicators[j];
    HardLimit out{row, j, run_.table.values(row, j)};
    out.passed = run_.card.verdict(row, j) == Verdict::breach;
    const Standard* standard = indicator.standard_in(run_.table.rows.period[row].year);
    const bool planned = indicator.plan && indicator.plan->target;
    if (standard) {
      if (standard->floor) hold(*standard->floor, false, out);
      if (standard->cap) hold(*standard->cap, true, out);
    } else if (planned) {
      hold(indicator.plan->target->value, indicator.direction == Direction::lower, out);
    }
    if (std::isnan(out.limit)) return;
    if (planned && out.limit == indicator.plan->target->value)
      out.due = indicator.plan->target->year.value_or(0);
    add_pace(out);
    all.push_back(out);
  }

  /// Of two limits the one that is nearer, or passed.
  static void hold(double limit, bool cap, HardLimit& out) {
    const double left = cap ? limit - out.value : out.value - limit;
    if (out.headroom <= left) return;
    out.limit = limit;
    out.cap = cap;
    out.headroom = left;
  }

  void add_pace(HardLimit& out) const {
    if (std::isnan(out.value)) return;
    const std::vector<Point> series =
        series_of(run_.table, histories_.until(out.row), out.indicator);
    const auto own = unbroken(series, {}, model::breaks_of(framework_, out.indicator));
    if (own.empty()) return;
    const Point now = own.back();
    if (out.passed && out.due > now.time)
      out.needed = (out.limit - out.value) / (out.due - now.time);
    if (own.size() < 2) return;
    const Point before = own[own.size() - 2];
    out.last = before.value;
    out.last_period = before.period;
    out.pace = (now.value - before.value) / (now.time - before.time);
    const double worse = out.cap ? out.pace : -out.pace;
    if (worse > 0 && !out.passed) out.years = out.headroom / worse;
  }

  const Run& run_;
  const Framework& framework_;
  const Histories histories_;
  const std::vector<Index> rows_;
};

}  // namespace
}  // namespace tijian::diagnosis

namespace tijian {

std::vector<HardLimit> hard_limits(const Run& run, const Period& period) {
  check(run);
  return diagnosis::LimitReader(run, period).read();
}

}  // namespace tijian
