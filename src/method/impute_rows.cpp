#include <algorithm>
#include <cmath>
#include <numeric>

#include "method/families.h"
#include "method/parameters.h"

namespace tijian::method {
namespace {

/// A place's rows in the order of time.
using Series = std::vector<Index>;

std::vector<Series> series_of(const ImputationData& data) {
  Series rows(data.place.size());
  std::iota(rows.begin(), rows.end(), Index{0});
  std::stable_sort(rows.begin(), rows.end(), [&](Index a, Index b) {
    return data.place[a] != data.place[b] ? data.place[a] < data.place[b]
                                          : data.time[a] < data.time[b];
  });
  std::vector<Series> all;
  for (const Index row : rows) {
    if (all.empty() || data.place[all.back().front()] != data.place[row]) all.push_back({});
    all.back().push_back(row);
  }
  return all;
}

/// Fills every gap of every series with `of(before, after, row)`; -1 where there is no such row.
template <class Function>
void fill_gaps(Matrix<double>& values, const ImputationData& data, Function of) {
  for (const Series& series : series_of(data))
    for (Index column = 0; column < values.cols(); ++column) {
      std::vector<Index> after(series.size(), -1);
      for (std::size_t k = series.size() - 1; k-- > 0;)
        after[k] = values(series[k + 1], column) == values(series[k + 1], column) ? series[k + 1]
                                                                                  : after[k + 1];
      Index before = -1;
      for (std::size_t k = 0; k < series.size(); ++k) {
        double& x = values(series[k], column);
        if (x == x)
          before = series[k];
        else
          x = of(column, before, after[k], series[k]);
      }
    }
}

Parameter max_years() {
  return number("max_years", "100", {"the most years to reach across", "最多隔几年"}, 0, 1000);
}

/// Carries the place's latest earlier value; where `backwards`, the next one before its first.
Imputer carrying(bool backwards) {
  Imputer i;
  i.parameters = {max_years()};
  i.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 3";
  i.fill = [backwards](Matrix<double>& values, const ImputationData& data, const Choice& choice) {
    const double reach = choice.number("max_years");
    fill_gaps(values, data, [&](Index column, Index before, Index after, Index row) {
      const Index from = before < 0 && backwards ? after : before;
      const bool far = from < 0 || !(std::abs(data.time[row] - data.time[from]) <= reach);
      return far ? missing : values(from, column);
    });
  };
  return i;
}

Imputer last() {
  Imputer i = carrying(false);
  i.name = "last";
  i.title = {"Last value carried forward", "沿用上期值"};
  i.formula = "the place's latest earlier value";
  i.misleads = {"A moving indicator seems to stand still, which misleads trends and time progress.",
                "变化的指标看似停滞；趋势与时间进度的判断会出错。"};
  return i;
}

Imputer constant() {
  Imputer i = carrying(true);
  i.name = "constant";
  i.title = {"Piecewise constant", "分段常数"};
  i.formula = "the place's latest earlier value; before its first value, the first";
  i.literature += "; Becker et al. (2022), COINr, JOSS 7(78)";
  i.misleads = {
      "A series seems to move in jumps, and years before the first value know the future.",
      "序列看似一级一级地跳；首个数据之前的年份用了后来的数。"};
  return i;
}

Imputer linear() {
  Imputer i;
  i.name = "linear";
  i.title = {"Linear interpolation", "线性插值"};
  i.parameters = {one_of("outside", {"nearest", "missing"}, "nearest",
                         {"beyond the first and last: the nearest value, "
                          "or missing",
                          "首尾之外：取最近的值，或仍缺"}),
                  max_years()};
  i.formula = "on the line through the place's values before and after; outside them the nearest";
  i.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 3";
  i.misleads = {"Turning points are smoothed away; beyond the ends nothing is assumed to change.",
                "转折被抹平；首尾之外等于假定不变。"};
  i.fill = [](Matrix<double>& values, const ImputationData& data, const Choice& choice) {
    const double reach = choice.number("max_years");
    const bool hold = choice.text("outside") == "nearest";
    fill_gaps(values, data, [&](Index column, Index before, Index after, Index row) {
      const auto years = [&](Index other) { return std::abs(data.time[row] - data.time[other]); };
      if (before >= 0 && !(years(before) <= reach)) before = -1;
      if (after >= 0 && !(years(after) <= reach)) after = -1;
      if (before < 0 || after < 0) {
        const Index only = std::max(before, after);
        return hold && only >= 0 ? values(only, column) : missing;
      }
      const double part = years(before) / (years(before) + years(after));
      return values(before, column) * (1 - part) + values(after, column) * part;
    });
  };
  return i;
}

Imputer sibling_mean() {
  Imputer i;
  i.name = "sibling_mean";
  i.title = {"Mean of the siblings", "同类指标均值"};
  i.formula = "the mean of the place's other scores under the same parent, each counting alike";
  i.literature = "OECD & JRC (2008), step 3; Becker et al. (2022), COINr, JOSS 7(78)";
  i.misleads = {
      "With equal weights the arithmetic mean comes out as without it; the gap is only "
      "covered up.",
      "等权时与不填补得到同样的算术平均，只是把缺口盖住了。"};
  i.after_normalising = true;
  return i;
}

}  // namespace

Family<Imputer> series_imputers() { return {sibling_mean(), last(), constant(), linear()}; }

}  // namespace tijian::method
