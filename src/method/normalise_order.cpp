#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>

#include "method/families.h"
#include "method/fitting.h"
#include "method/ordered.h"
#include "method/parameters.h"
#include "method/summary.h"

namespace tijian::method {
namespace {

/// Where a rank of n lies from 0 to 1: (rank - less)/(n + more).
struct Position {
  const char* name;
  double less, more;
};
constexpr Position of_all{"rank/n", 0, 0}, below_of_all{"(rank-1)/n", 1, 0},
    below_of_others{"(rank-1)/(n-1)", 1, -1}, middle_of_all{"(rank-0.5)/n", 0.5, 0},
    inside_all{"rank/(n+1)", 0, 1};

/// The positions that an entry offers, the default first.
using Positions = std::vector<Position>;

/// Of rank 0, which stands for none, 0; of a value alone, which has no others, 1.
double position_of(const Position& position, double rank, double n) {
  if (rank == 0) return 0;
  const double all = n + position.more;
  return all > 0 ? std::clamp((rank - position.less) / all, 0.0, 1.0) : 1;
}

double number_of(const Positions& positions, const std::string& name) {
  const auto found = std::ranges::find(positions, name, &Position::name);
  return static_cast<double>(found - positions.begin());
}

/// The same backwards; a number that no fit gives is that of the last.
const Position& at_number(const Positions& positions, double number) {
  const double last = static_cast<double>(positions.size() - 1);
  return positions[static_cast<std::size_t>(std::clamp(number, 0.0, last))];
}

Parameter of_parameter(const Positions& positions) {
  std::vector<std::string> names;
  for (const Position& one : positions) names.emplace_back(one.name);
  const std::string fallback = names.front();
  return one_of("of", std::move(names), fallback,
                {"where a rank of n lies from 0 to 1, rank 1 the worst",
                 "n 个名次中某一名次在 0 至 1 之间的位置，名次 1 为最差"});
}

Parameter above_parameter() {
  return optional_number(
      "above",
      {"only values above this number are ranked, n is how many they are, and the others "
       "have rank 0 and position 0, also where lower is better",
       "只给大于此数的值排名，n 为其个数，其余名次为 0、位置为 0（越低越好的指标也如此）"});
}

double ties_of(const Choice& choice) {
  const std::string ties = choice.text("ties");
  return ties == "max" ? 1 : ties == "average" ? 0.5 : 0;
}

Parameter ties_parameter() {
  return one_of(
      "ties", {"min", "average", "max"}, "min",
      {"ties share the smallest, average or largest rank", "并列者取最小、平均或最大名次"});
}

/// What order methods keep: the reference values that are ranked, the direction in `factor`, how
/// ties rank in `shift`, and the ends of a range in `low` and `high`.
Scale keep_values(const Column& c, const Choice& choice) {
  Scale scale;
  if (const Value* above = choice.find("above")) scale.above = *above->number();
  const auto first = std::upper_bound(c.sorted.begin(), c.sorted.end(), scale.above);
  scale.knots.assign(first, c.sorted.end());
  scale.factor = lower(c) ? -1 : 1;
  scale.shift = ties_of(choice);
  if (!choice.find("range")) return scale;
  scale.low = ends(choice).low;
  scale.high = ends(choice).high;
  return scale;
}

/// From the worst, 1..n; 0 of a value that is not ranked.
double rank_of(const Scale& s, double x) {
  const bool ranked = s.above == -infinity || x > s.above;
  return ranked && !s.knots.empty() ? method::position(s.knots, x, s.factor < 0, s.shift) : 0;
}

/// An entry whose scores are `of(scale, rank, n)`.
template <class Function>
Normaliser of_ranks(std::vector<Parameter> parameters, Function of) {
  Normaliser m;
  m.parameters = std::move(parameters);
  m.parameters.push_back(ties_parameter());
  m.needs_values = m.looks_up = true;
  m.fit = keep_values;
  m.apply = [of](const Scale& s, std::span<const double> x, std::span<double> score) {
    const double n = static_cast<double>(s.knots.size());
    for (std::size_t i = 0; i < x.size(); ++i)
      score[i] = x[i] == x[i] ? of(s, rank_of(s, x[i]), n) : missing;
  };
  return m;
}

/// The same of `of(scale, position, n)`, the position by one of those that the entry offers.
template <class Function>
Normaliser of_positions(Positions positions, std::vector<Parameter> parameters, Function of) {
  parameters.insert(parameters.begin(), of_parameter(positions));
  Normaliser m = of_ranks(std::move(parameters), [=](const Scale& s, double rank, double n) {
    return of(s, position_of(at_number(positions, s.position), rank, n), n);
  });
  m.fit = [=](const Column& c, const Choice& choice) {
    Scale scale = keep_values(c, choice);
    scale.position = number_of(positions, choice.text("of"));
    return scale;
  };
  return m;
}

double on_range(const Scale& s, double share) { return s.low + (s.high - s.low) * share; }

Normaliser percentile_rank() {
  Normaliser m = of_positions({below_of_others, of_all, below_of_all, middle_of_all},
                              {above_parameter(), range()},
                              [](const Scale& s, double p, double) { return on_range(s, p); });
  m.name = "percentile_rank";
  m.title = {"Percentile rank", "百分位排名"};
  m.formula =
      "low + (high - low) (rank - 1)/(n - 1), rank 1 the worst, high where n = 1; or as `of` says";
  m.literature = "OECD & JRC (2008), step 5; Becker et al. (2022), COINr, JOSS 7(78)";
  m.misleads = {
      "Only order counts: a hair's breadth and a gulf weigh the same; in a small sample "
      "one rank is many points.",
      "只看次序：差距多大都一样；样本小时一个名次就是好几分。"};
  m.bounded = true;
  return m;
}

Normaliser rank() {
  Normaliser m =
      of_ranks({above_parameter()}, [](const Scale&, double rank, double) { return rank; });
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
  Normaliser m = of_ranks({above_parameter()}, [](const Scale&, double rank, double) {
    return std::max(rank - 1, 0.0);
  });
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

/// -k ln(1 - R (1 - exp(-100/k))), 0..1 for R of 0..1, k in `offset`.
double exponential(const Scale& s, double position, double) {
  const double k = s.offset;
  const double hundred = position == 1 ? 100 : -k * std::log1p(position * std::expm1(-100 / k));
  return on_range(s, hundred / 100);
}

Normaliser exponential_rank() {
  Normaliser m = of_positions(
      {of_all, below_of_all, below_of_others, middle_of_all},
      {above_parameter(),
       number("constant", "23",
              {"the constant: smaller spreads the top further", "常数；越小，头部拉得越开"}, 1e-3),
       range()},
      exponential);
  m.name = "exponential_rank";
  m.title = {"Exponential transform of ranks", "名次的指数变换"};
  m.formula =
      "-constant ln(1 - R (1 - exp(-100/constant))), R = rank/n, rank n the best, or as `of` "
      "says; 0..100, then onto the range";
  m.literature =
      "McLennan et al. (2019), The English Indices of Deprivation 2019, technical report; so too "
      "the Welsh Index of Multiple Deprivation";
  m.misleads = {
      "More than half of the places score low and alike: it is made to bring out one end. "
      "Distances are lost.",
      "一半以上的评价单元得分很低且相近，只为突出一端而设；原始差距丢失。"};
  m.bounded = true;
  m.fit = [by_position = m.fit](const Column& c, const Choice& choice) {
    Scale scale = by_position(c, choice);
    scale.offset = choice.number("constant");
    return scale;
  };
  return m;
}

/// Of a position that is neither 0 nor 1, as those of a rank are.
double normal_quantile(const Scale&, double position, double n) {
  const double inside = std::clamp(position, 0.5 / n, 1 - 0.5 / n);
  return -std::sqrt(2.0) * boost::math::erfc_inv(2 * inside);
}

Normaliser van_der_waerden() {
  Normaliser m = of_positions({inside_all, middle_of_all}, {}, normal_quantile);
  m.name = "van_der_waerden";
  m.middle = [](const Choice&) { return 0.0; };
  m.title = {"Van der Waerden scores", "名次的正态分位数"};
  m.formula =
      "the standard normal quantile of rank/(n + 1), rank n the best, or of (rank - 0.5)/n as `of` "
      "says";
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
    scale.factor = (lower(c) ? -1 : 1) / method::moderated_sd(c.summary);
    scale.low = ends(choice).low;
    scale.high = ends(choice).high;
    return scale;
  };
  m.apply = [](const Scale& s, std::span<const double> x, std::span<double> score) {
    for (std::size_t i = 0; i < x.size(); ++i)
      score[i] = on_range(s, standard_normal(s.factor * (s.unit * x[i] - s.shift)));
  };
  return m;
}

}  // namespace

Family<Normaliser> order_normalisers() {
  return {percentile_rank(),  rank(),           borda(), normal_score(),
          exponential_rank(), van_der_waerden()};
}

}  // namespace tijian::method
