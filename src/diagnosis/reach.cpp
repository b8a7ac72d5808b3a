#include "diagnosis/reach.h"

#include <cmath>
#include <vector>

#include "statistics/line.h"

namespace tijian::diagnosis {
namespace {

constexpr int horizon = 100;  // years; what takes longer is never

/// Times and values of a series.
struct Lists {
  std::vector<double> times, values;

  explicit Lists(std::span<const Point> series) {
    for (const Point& point : series) {
      times.push_back(point.time);
      values.push_back(point.value);
    }
  }
};

/// The first whole year after the last value that meets the condition.
template <class Condition>
double first_year(double last, Condition meets) {
  for (int k = 1; k <= horizon; ++k)
    if (const double year = std::floor(last) + k; meets(year)) return year;
  return missing;
}

bool is_green(const Point& point, double green, Direction direction) {
  return direction == Direction::lower ? point.value <= green : point.value >= green;
}

double year_reached(const Point& last, double slope, double green) {
  const double years = (green - last.value) / slope;
  return years > 0 && years <= horizon ? last.time + years : missing;
}

}  // namespace

Reach reach_of(std::span<const Point> series, const statistics::Trend& trend, double green,
               Direction direction) {
  Reach out;
  const double sign = direction == Direction::lower ? -1 : 1;
  const Point last = series.back();
  if (is_green(last, green, direction)) return {last.time, last.time, last.time};
  if (series.size() < 3) return out;
  out.reached = year_reached(last, trend.slope, green);
  const Lists lists(series);
  const statistics::PredictionBand band(statistics::fit_line(lists.times, lists.values));
  const auto best = [&](double year) {
    const statistics::Interval interval = band.at(year);
    return direction == Direction::lower ? -interval.low : interval.high;
  };
  const auto worst = [&](double year) {
    const statistics::Interval interval = band.at(year);
    return direction == Direction::lower ? -interval.high : interval.low;
  };
  out.earliest = first_year(last.time, [&](double year) { return best(year) >= sign * green; });
  out.latest = first_year(last.time, [&](double year) { return worst(year) >= sign * green; });
  return out;
}

bool reaches_by(std::span<const Point> series, double green, Direction direction, double year) {
  if (is_green(series.back(), green, direction)) return true;
  const Lists lists(series);
  return year_reached(series.back(), statistics::sen_slope(lists.times, lists.values), green) <=
         year;
}

statistics::Trend trend_of(std::span<const Point> series) {
  const Lists lists(series);
  return statistics::trend(lists.times, lists.values);
}

double percentile_of(double needed, std::span<const double> seen, double better) {
  if (seen.empty() || std::isnan(needed)) return missing;
  int slower = 0;
  for (const double pace : seen) slower += better * pace < better * needed;
  return slower / static_cast<double>(seen.size());
}

void add_paces(std::span<const Point> series, std::vector<double>& seen) {
  for (std::size_t i = 1; i < series.size(); ++i)
    seen.push_back((series[i].value - series[i - 1].value) / (series[i].time - series[i - 1].time));
}

}  // namespace tijian::diagnosis
