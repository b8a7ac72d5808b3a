#include "diagnosis/trends.h"

#include <cmath>
#include <map>

#include "diagnosis/reach.h"
#include "model/value_function.h"

namespace tijian::diagnosis {
namespace {

class TrendReader {
 public:
  TrendReader(const Run& run, const Diagnosis& diagnosis)
      : run_(run), diagnosis_(diagnosis), histories_(run.table.rows) {}

  std::vector<TrendReading> read() {
    for (Index row = 0; row < diagnosis_.rows.size(); ++row)
      if (diagnosis_.rows.period[row] == diagnosis_.period) rows_.push_back(row);
    const auto& indicators = run_.framework->indicators;
    std::vector<std::vector<TrendReading>> by_indicator;
    for (int j = 0; j < static_cast<int>(indicators.size()); ++j)
      by_indicator.push_back(of_indicator(j));
    std::vector<TrendReading> all;
    for (const Index row : rows_)
      for (auto& trends : by_indicator)
        for (const TrendReading& trend : trends)
          if (trend.row == row) all.push_back(trend);
    return all;
  }

 private:
  std::vector<TrendReading> of_indicator(int j) const {
    const Indicator& indicator = run_.framework->indicators[j];
    const TrendRule rule = indicator.trend.value_or(run_.framework->trend);
    const std::vector<int> breaks = breaks_of(*run_.framework, j);
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
  std::vector<Index> rows_;
};

}  // namespace

bool misses_target(std::span<const Point> series, const Indicator& indicator, const Period& now) {
  const auto& plan = indicator.plan;
  if (series.size() < 3 || !plan || !plan->target || !plan->target->year ||
      indicator.direction == Direction::range)
    return false;
  const int due = *plan->target->year;
  if (!(model::time_of(now) < due)) return false;
  const Reach reach = reach_of(series, trend_of(series), plan->target->value, indicator.direction);
  return !(reach.reached <= due);
}

std::vector<TrendReading> trends_of(const Run& run, const Diagnosis& diagnosis) {
  return TrendReader(run, diagnosis).read();
}

}  // namespace tijian::diagnosis
