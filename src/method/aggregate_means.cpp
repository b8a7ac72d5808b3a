#include <algorithm>
#include <cmath>

#include "method/families.h"
#include "method/row.h"

namespace tijian::method {
namespace {

double arithmetic_mean(const Row& row) {
  const double mean = row.average([](double x) { return x; });
  if (std::isfinite(mean)) return row.inside(mean);
  return row.inside(2 * row.average([](double x) { return x / 2; }));
}

/// exp of the mean log: the quotients keep equal children exact.
double geometric_mean(const Row& row) {
  if (row.min == 0) return 0;
  return row.inside(row.max *
                    std::exp(row.average([&](double x) { return std::log(x / row.max); })));
}

double harmonic_mean(const Row& row) {
  if (row.min == 0) return 0;
  return row.inside(row.min / row.average([&](double x) { return row.min / x; }));
}

/// By expm1 and log1p, so that it tends to the geometric mean as p tends to 0.
double power_mean(const Row& row, double p) {
  if (p == 0 || (p < 0 && row.min == 0)) return geometric_mean(row);
  if (row.max == 0) return 0;
  const double unit = p > 0 ? row.max : row.min;  // no power exceeds one
  const double less = row.average([&](double x) { return std::expm1(p * std::log(x / unit)); });
  return row.inside(unit * std::exp(std::log1p(less) / p));
}

/// The same as by_row with arithmetic_mean, for eight rows at a time: the columns go by while sums
/// and bounds stay in registers.
void arithmetic_strip(const Children& children, Eigen::Index row, std::span<double> score) {
  constexpr int rows = 8;
  double sum[rows] = {}, weight[rows] = {}, low[rows], high[rows];
  std::fill_n(low, rows, infinity);
  std::fill_n(high, rows, -infinity);
  for (std::size_t k = 0; k < children.columns.size(); ++k) {
    const double w = children.weights[k];
    if (!(w > 0)) continue;
    const double* x = children.columns[k] + row;
    for (int i = 0; i < rows; ++i) {
      const double weighted = w * x[i];
      const bool present = x[i] == x[i];
      sum[i] += present ? weighted : 0;
      weight[i] += present ? w : 0;
      low[i] = x[i] < low[i] ? x[i] : low[i];
      high[i] = x[i] > high[i] ? x[i] : high[i];
    }
  }
  for (int i = 0; i < rows; ++i) {
    const double mean = sum[i] / weight[i];
    const bool plain = weight[i] > 0 && std::isfinite(mean);
    score[row + i] = plain           ? std::clamp(mean, low[i], high[i])
                     : weight[i] > 0 ? arithmetic_mean(Row(children, row + i))
                                     : missing;
  }
}

long arithmetic_means(const Children& children, std::span<double> score) {
  Eigen::Index row = 0;
  for (; row + 8 <= children.rows; row += 8) arithmetic_strip(children, row, score);
  for (; row < children.rows; ++row) {
    const Row one(children, row);
    score[row] = one.empty() ? missing : arithmetic_mean(one);
  }
  return 0;
}

Aggregator arithmetic() {
  Aggregator a;
  a.name = "arithmetic";
  a.keeps_scale = true;
  a.power = 1;
  a.title = {"Arithmetic mean", "加权算术平均"};
  a.formula = "sum w x/sum w over the children present";
  a.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 6";
  a.misleads = {
      "Fully compensating: a disaster in one indicator is made up for by excellence in "
      "another.",
      "完全可补偿：一项极差可以被另一项极好抵掉。"};
  a.apply = [](const Children& c, const Choice&, std::span<double> score) {
    return arithmetic_means(c, score);
  };
  return a;
}

Aggregator geometric() {
  Aggregator a;
  a.name = "geometric";
  a.keeps_scale = true;
  a.power = 0;
  a.title = {"Geometric mean", "加权几何平均"};
  a.formula = "exp(sum w ln x/sum w); 0 where a child is 0; missing where one is negative";
  a.literature = "OECD & JRC (2008), step 6; UNDP, Human Development Report since 2010";
  a.misleads = {
      "One zero makes the whole zero, and min_max gives the worst place zero: use a range "
      "such as [1, 100].",
      "一个零分使整体为零：min_max 的最差单元就是零分，应改用 range: [1, 100]。"};
  a.apply = [](const Children& c, const Choice&, std::span<double> score) {
    return by_row(c, score, true, geometric_mean);
  };
  return a;
}

/// A row's children turned round, from 10 at the low end of their scale to 1 at the high one.
double turned_mean(const Row& row, double low, double high) {
  const auto turned = [&](double x) { return 10 - 9 * ((x - low) / (high - low)); };
  const double logs = row.average([&](double x) { return std::log(turned(x)); });
  return row.inside(low + (high - low) * ((10 - std::exp(logs)) / 9));
}

Aggregator inverted_geometric() {
  Aggregator a;
  a.name = "inverted_geometric";
  a.keeps_scale = true;
  a.title = {"Inverted geometric mean", "反向几何平均"};
  a.parameters = {
      pair("range", {"low", "high"}, "[0, 100]", {"the scale of the children", "下级得分的区间"})};
  a.formula =
      "low + (high - low) (10 - G)/9, G the geometric mean of 10 - 9 (x - low)/(high - low); "
      "missing "
      "where a child is so far above the range that this is not positive";
  a.literature =
      "Marin-Ferrer, Vernaccini & Poljansek (2017), Index for Risk Management INFORM: concept "
      "and methodology report, version 2017, JRC106949";
  a.misleads = {
      "Made for scales of risk, where the high child dominates; on scores where higher "
      "is better it "
      "rewards imbalance.",
      "为风险量表而设：高的一项主导结果；用在越高越好的得分上，等于奖励偏科。"};
  a.refuses = {"a score below that is far above the range", "有下级得分超出区间上限过多"};
  a.apply = [](const Children& c, const Choice& choice, std::span<double> score) {
    const Ends e = ends(choice);
    long refused = 0;
    for (Eigen::Index i = 0; i < c.rows; ++i) {
      const Row row(c, i);
      const bool beyond = !row.empty() && !((row.max - e.low) / (e.high - e.low) < 10.0 / 9);
      score[i] = row.empty() || beyond ? missing : turned_mean(row, e.low, e.high);
      refused += beyond;
    }
    return refused;
  };
  return a;
}

Aggregator harmonic() {
  Aggregator a;
  a.name = "harmonic";
  a.keeps_scale = true;
  a.power = -1;
  a.title = {"Harmonic mean", "加权调和平均"};
  a.formula = "sum w/sum(w/x); 0 where a child is 0; missing where one is negative";
  a.literature = "OECD & JRC (2008), step 6";
  a.misleads = {
      "A child near zero all but decides the result: whether the range begins at 0 or at "
      "1 makes a great difference.",
      "接近零的子项几乎决定结果；区间下限取 0 还是 1，结果大不相同。"};
  a.apply = [](const Children& c, const Choice&, std::span<double> score) {
    return by_row(c, score, true, harmonic_mean);
  };
  return a;
}

Aggregator power() {
  Aggregator a;
  a.name = "power";
  a.keeps_scale = true;
  a.power_from = "p";
  a.title = {"Power mean", "幂平均（广义平均）"};
  a.parameters = {number("p", "",
                         {"the exponent: 1 arithmetic, 0 geometric, -1 harmonic; the "
                          "smaller, the less compensation",
                          "指数：1 算术，0 几何，-1 调和；越小越不可补偿"},
                         -1000, 1000)};
  a.formula = "(sum w x^p/sum w)^(1/p); p = 0: the geometric mean";
  a.literature =
      "Hardy, Littlewood & Pólya (1934), Inequalities; Decancq & Lugo (2013), Weights in "
      "multidimensional indices of wellbeing, Econometric Reviews 32";
  a.misleads = {
      "p is a judgement of value, not of data; with p of zero or less one zero makes the "
      "whole zero.",
      "p 是价值判断，不是数据给出的；p 不大于 0 时零分使整体为零。"};
  a.apply = [](const Children& c, const Choice& choice, std::span<double> score) {
    const double p = choice.number("p");
    if (p == 1) return arithmetic_means(c, score);
    return by_row(c, score, true, [p](const Row& row) { return power_mean(row, p); });
  };
  return a;
}

Aggregator minimum() {
  Aggregator a;
  a.name = "minimum";
  a.keeps_scale = true;
  a.title = {"Minimum", "最小值（木桶）"};
  a.formula = "the smallest child present of positive weight";
  a.literature = "OECD & JRC (2008), step 6; Rawls (1971), A Theory of Justice";
  a.misleads = {
      "Only the weakest counts: nothing else changes the score, and a missing value there "
      "raises it.",
      "只看最短的板：其余各项的变化全不影响得分；缺测最差的一项反而得分更高。"};
  a.apply = [](const Children& c, const Choice&, std::span<double> score) {
    return by_row(c, score, false, [](const Row& row) { return row.min; });
  };
  return a;
}

}  // namespace

Family<Aggregator> mean_aggregators() {
  return {arithmetic(), geometric(), inverted_geometric(), harmonic(), power(), minimum()};
}

}  // namespace tijian::method
