#include <algorithm>

#include "method/correlation_ranks.h"
#include "method/families.h"
#include "method/parameters.h"

namespace tijian::method {
namespace {

/// The present reference values of a column in one group, ascending: sums do not depend on the
/// order of the rows.
std::vector<double> values_of(const Matrix<double>& values, const ImputationData& data,
                              Index column, int group) {
  std::vector<double> present;
  for (Index i = 0; i < values.rows(); ++i) {
    const double x = values(i, column);
    if (data.reference[i] && data.group[i] == group && x == x) present.push_back(x);
  }
  std::sort(present.begin(), present.end());
  return present;
}

double mean_of(const std::vector<double>& sorted) {
  double sum = 0;
  const double n = static_cast<double>(sorted.size());
  for (const double x : sorted) sum += x / n;
  return sorted.empty() ? missing : std::clamp(sum, sorted.front(), sorted.back());
}

int groups_in(const ImputationData& data) {
  int groups = 0;
  for (const int group : data.group) groups = std::max(groups, group + 1);
  return groups;
}

template <class Statistic>
auto by_group(Statistic of) {
  return [of](const Matrix<double>& values, const ImputationData& data, const Choice&) {
    Matrix<double> fills(groups_in(data), values.cols());
    for (int group = 0; group < fills.rows(); ++group)
      for (Index column = 0; column < values.cols(); ++column)
        fills(group, column) = of(values_of(values, data, column, group));
    return fills;
  };
}

Parameter group_parameter() {
  return of_kind(Parameter::Kind::text, "group", "\"\"",
                 {"an attribute to group by; left out: no groups", "按此属性分组；不写则不分组"});
}

Imputer unfilled() {
  Imputer i;
  i.name = "none";
  i.title = {"None", "不填补"};
  i.formula = "missing stays missing; weights are shared out among the siblings present";
  i.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 3";
  i.misleads = {
      "A missing value counts as the average of the others: a place that hides its bad "
      "figures gains.",
      "缺测项等于按其余各项的平均来算：隐瞒差数据的评价单元得利。"};
  return i;
}

/// Fills with a statistic of the group's reference rows.
template <class Statistic>
Imputer by_statistic(const std::string& name, Text title, Text misleads, Statistic of) {
  Imputer i;
  i.name = name;
  i.title = std::move(title);
  i.parameters = {group_parameter()};
  i.formula = "the " + name + " of the reference rows of the group";
  i.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 3";
  i.misleads = std::move(misleads);
  i.fit = by_group(of);
  return i;
}

Imputer mean() {
  return by_statistic("mean", {"Mean", "均值填补"},
                      {"Shrinks spread and correlation; whoever is missing becomes average.",
                       "压低离散程度与相关系数；缺测者都成了“中等”。"},
                      mean_of);
}

Imputer median() {
  return by_statistic(
      "median", {"Median", "中位数填补"},
      {"Shrinks spread and correlation; the median of a small group is unsteady.",
       "压低离散程度与相关系数；小组里的中位数不稳定。"},
      [](const std::vector<double>& sorted) { return tijian::method::median(sorted); });
}

}  // namespace

Family<Imputer> constant_imputers() { return {unfilled(), mean(), median()}; }

}  // namespace tijian::method
