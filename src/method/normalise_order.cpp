#include <boost/math/special_functions/erf.hpp>
#include <cmath>

#include "method/families.h"
#include "method/ordered.h"
#include "method/parameters.h"
#include "method/summary.h"

namespace tijian::method {
namespace {

double ties_of(const Choice& choice) {
  const std::string ties = choice.text("ties");
  return ties == "max" ? 1 : ties == "average" ? 0.5 : 0;
}

Parameter ties_parameter() {
  return one_of(
      "ties", {"min", "average", "max"}, "min",
      {"ties share the smallest, average or largest rank", "并列者取最小、平均或最大名次"});
}

/// What order methods keep: the reference values, the direction in `factor`, how ties rank in
/// `shift`.
Scale keep_values(const Column& c, const Choice& choice) {
  Scale scale;
  scale.knots.assign(c.sorted.begin(), c.sorted.end());
  scale.factor = c.direction == Direction::lower ? -1 : 1;
  scale.shift = ties_of(choice);
  return scale;
}

/// The same with the ends of the range in `low` and `high`.
Scale keep_values_and_range(const Column& c, const Choice& choice) {
  Scale scale = keep_values(c, choice);
  scale.low = ends(choice).low;
  scale.high = ends(choice).high;
  return scale;
}

/// Applies `of(rank, n)` to every present value's rank from the worst, 1..n.
template <class Function>
auto by_rank(Function of) {
  return [of](const Scale& s, std::span<const double> x, std::span<double> score) {
    const double n = static_cast<double>(s.knots.size());
    for (std::size_t i = 0; i < x.size(); ++i)
      score[i] = x[i] == x[i] && n > 0
                     ? of(s, method::position(s.knots, x[i], s.factor < 0, s.shift), n)
                     : missing;
  };
}

/// Scores that are a function `of(rank, n)` alone.
template <class Function>
Normaliser of_ranks(Function of) {
  Normaliser m;
  m.parameters = {ties_parameter()};
  m.needs_values = m.looks_up = true;
  m.fit = keep_values;
  m.apply = by_rank([of](const Scale&, double rank, double n) { return of(rank, n); });
  return m;
}

Normaliser percentile_rank() {
  Normaliser m;
  m.name = "percentile_rank";
  m.title = {"Percentile rank", "百分位排名"};
  m.parameters = {ties_parameter(), range()};
  m.formula = "low + (high - low) (rank - 1)/(n - 1), rank 1 the worst";
  m.literature = "OECD & JRC (2008), step 5; Becker et al. (2022), COINr, JOSS 7(78)";
  m.misleads = {
      "Only order counts: a hair's breadth and a gulf weigh the same; in a small sample "
      "one rank is many points.",
      "只看次序：差距多大都一样；样本小时一个名次就是好几分。"};
  m.bounded = m.needs_values = m.looks_up = true;
  m.fit = keep_values_and_range;
  m.apply = by_rank([](const Scale& s, double rank, double n) {
    return s.low + (s.high - s.low) * ((rank - 1) / (n - 1));
  });
  return m;
}

Normaliser rank() {
  Normaliser m = of_ranks([](double rank, double) { return rank; });
  m.name = "rank";
  m.title = {"Rank", "名次"};
  m.formula = "the place's rank from the worst, 1..n";
  m.literature = "OECD & JRC (2008), step 5";
  m.misleads = {
      "Distances are lost; an indicator with missing values ranks fewer places and so "
      "gives fewer points at most.",
      "差距的大小丢失；缺测多的指标最高分较低，因为参加排名的评价单元少。"};
  return m;
}

Normaliser borda() {
  Normaliser m = of_ranks([](double rank, double) { return rank - 1; });
  m.name = "borda";
  m.title = {"Borda points", "波达计分"};
  m.formula = "rank - 1: how many places it beats, 0..n-1";
  m.literature = "Borda (1781), Mémoire sur les élections au scrutin; OECD & JRC (2008), step 6";
  m.misleads = {
      "Distances are lost; adding or removing an irrelevant place can change the order of "
      "the others.",
      "差距的大小丢失；增减一个无关的评价单元会改变其他单元的先后。"};
  return m;
}

Normaliser exponential_rank() {
  Normaliser m;
  m.name = "exponential_rank";
  m.title = {"Exponential transform of ranks", "名次的指数变换"};
  m.parameters = {
      number("constant", "23",
             {"the constant: smaller spreads the top further", "常数；越小，头部拉得越开"}, 1e-3),
      ties_parameter(), range()};
  m.formula =
      "-constant ln(1 - R (1 - exp(-100/constant))), R = rank/n, rank n the best; 0..100, "
      "then onto the range";
  m.literature =
      "McLennan et al. (2019), The English Indices of Deprivation 2019, technical report; so too "
      "the Welsh Index of Multiple Deprivation";
  m.misleads = {
      "More than half of the places score low and alike: it is made to bring out one end. "
      "Distances are lost.",
      "一半以上的评价单元得分很低且相近，只为突出一端而设；原始差距丢失。"};
  m.bounded = m.needs_values = m.looks_up = true;
  m.fit = [](const Column& c, const Choice& choice) {
    Scale scale = keep_values_and_range(c, choice);
    scale.offset = choice.number("constant");
    return scale;
  };
  m.apply = by_rank([](const Scale& s, double rank, double n) {
    const double k = s.offset;
    const double hundred = rank == n ? 100 : -k * std::log1p(rank / n * std::expm1(-100 / k));
    return s.low + (s.high - s.low) * (hundred / 100);
  });
  return m;
}

Normaliser van_der_waerden() {
  Normaliser m = of_ranks([](double rank, double n) {
    return -std::sqrt(2.0) * boost::math::erfc_inv(2 * rank / (n + 1));
  });
  m.name = "van_der_waerden";
  m.middle = [](const Choice&) { return 0.0; };
  m.title = {"Van der Waerden scores", "名次的正态分位数"};
  m.formula = "the standard normal quantile of rank/(n + 1), rank n the best";
  m.literature =
      "Van der Waerden (1952), Order tests for the two-sample problem, Indag. Math. 14; used for "
      "the indicators of the Scottish Index of Multiple Deprivation";
  m.misleads = {
      "Distances are lost; half of the scores are negative: geometric and harmonic means "
      "cannot take them.",
      "差距的大小丢失；得分有正有负，不能用于几何、调和平均。"};
  return m;
}

double standard_normal(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

Normaliser normal_score() {
  Normaliser m;
  m.name = "normal_score";
  m.needs_moments = true;
  m.title = {"Score through the normal distribution", "正态分布得分"};
  m.parameters = {range()};
  m.formula = "low + (high - low) Phi((x - average)/s), Phi the standard normal distribution";
  m.literature =
      "World Economic Forum, Yale & Columbia (2002), Environmental Sustainability Index: "
      "standard normal percentiles";
  m.misleads = {
      "The median of skewed data is not at the middle; differences at the ends are "
      "compressed.",
      "偏态数据的中位数不在 50 分；两端的差距被压缩。"};
  m.bounded = true;
  m.fit = [](const Column& c, const Choice& choice) {
    Scale scale;
    scale.unit = c.summary.unit;
    scale.shift = scale.unit * c.summary.mean;
    scale.factor = (c.direction == Direction::lower ? -1 : 1) / method::moderated_sd(c.summary);
    scale.low = ends(choice).low;
    scale.high = ends(choice).high;
    return scale;
  };
  m.apply = [](const Scale& s, std::span<const double> x, std::span<double> score) {
    for (std::size_t i = 0; i < x.size(); ++i)
      score[i] = s.low + (s.high - s.low) * standard_normal(s.factor * (s.unit * x[i] - s.shift));
  };
  return m;
}

}  // namespace

Family<Normaliser> order_normalisers() {
  return {percentile_rank(),  rank(),           borda(), normal_score(),
          exponential_rank(), van_der_waerden()};
}

}  // namespace tijian::method
