#include "diagnosis/trends.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "diagnosis/reach.h"
#include "model/series_breaks.h"
#include "model/value_function.h"

namespace tijian::diagnosis {
namespace {

class TrendReader {
 public:
  TrendReader(const Run& run, const Diagnosis& diagnosis)
      : run_(run),
        diagnosis_(diagnosis),
        histories_(run.table.rows),
        rows_(rows_in(diagnosis.rows, diagnosis.period)) {}

  std::vector<TrendReading> read() {
    std::vector<TrendReading> all;
    for (int j = 0; j < static_cast<int>(run_.framework->indicators.size()); ++j)
      for (const TrendReading& trend : of_indicator(j)) all.push_back(trend);
    std::ranges::stable_sort(all, {}, &TrendReading::row);
    return all;
  }

 private:
  std::vector<TrendReading> of_indicator(int j) const {
    const Indicator& indicator = run_.framework->indicators[j];
    const TrendRule rule = indicator.trend.value_or(run_.framework->diagnosis.trend);
    const std::vector<int> breaks = model::breaks_of(*run_.framework, j);
    std::map<Index, std::vector<Point>> series;
    std::map<int, std::vector<double>> paces;  // by peers
    for (const Index row : rows_) {
      const std::vector<Point> all = series_of(run_.table, histories_.until(row), j);
      const auto own = unbroken(all, rule, breaks);
      series[row].assign(own.begin(), own.end());
      add_paces(own, paces[run_.card.peers[row]]);
    }
    std::vector<TrendReading> out;
    for (const Index row : rows_)
      if (!std::isnan(run_.table.values(row, j)) && series[row].size() > 1)
        out.push_back(one(row, j, series[row], paces[run_.card.peers[row]]));
    return out;
  }

  TrendReading one(Index row, int j, std::span<const Point> series,
                   std::span<const double> paces) const {
    const Indicator& indicator = run_.framework->indicators[j];
    const Reading& reading = diagnosis_.indicators(row, j);
    const statistics::Trend trend = trend_of(series);
    const auto green = green_of(indicator, diagnosis_.period.year);
    const Reach reach = green ? reach_of(series, trend, *green, indicator.direction) : Reach{};
    const double better = indicator.direction == Direction::lower ? -1 : 1;
    return {row,
            j,
            static_cast<int>(series.size()),
            series.front().period,
            series.back().period,
            trend.slope,
            trend.interval.low,
            trend.interval.high,
            trend.test.s,
            trend.test.p,
            reading.arrow,
            reading.pace,
            reading.needed,
            percentile_of(reading.needed, paces, better),
            reach.reached,
            reach.earliest,
            reach.latest};
  }

  const Run& run_;
  const Diagnosis& diagnosis_;
  const Histories histories_;
  const std::vector<Index> rows_;  ///< of the period
};

}  // namespace

bool misses_target(std::span<const Point> series, const Indicator& indicator, const Period& now) {
  const auto& plan = indicator.plan;
  if (series.size() < 3 || !plan || !plan->target || !plan->target->year ||
      indicator.direction == Direction::range)
    return false;
  const int due = *plan->target->year;
  if (!(model::time_of(now) < due)) return false;
  return !reaches_by(series, plan->target->value, indicator.direction, due);
}

std::vector<TrendReading> trends_of(const Run& run, const Diagnosis& diagnosis) {
  return TrendReader(run, diagnosis).read();
}

}  // namespace tijian::diagnosis
