#include <algorithm>
#include <cmath>

#include "method/families.h"
#include "method/fitting.h"
#include "method/parameters.h"
#include "method/summary.h"
#include "method/two_point.h"

namespace tijian::method {
namespace {

double worst(const Column& c) { return lower(c) ? c.summary.max : c.summary.min; }
double best(const Column& c) { return lower(c) ? c.summary.min : c.summary.max; }

Scale clipped(Scale scale, double low, double high) {
  scale.low = std::min(low, high);
  scale.high = std::max(low, high);
  return scale;
}

/// The ends of `range` at two values, clipped to it or not.
Scale between(double zero, double full, const Choice& choice, bool clip) {
  if (!(zero < full) && !(full < zero)) return nothing();
  const Ends e = ends(choice);
  const Scale scale = method::two_point(zero, full, e.low, e.high);
  return clip ? clipped(scale, e.low, e.high) : scale;
}

/// Full marks at `goal`. A goal that even the worst place has reached is full marks for all.
Scale towards(double goal, const Column& c, const Choice& choice, bool clip) {
  const bool ahead = lower(c) ? goal < worst(c) : goal > worst(c);
  if (ahead || !(goal == goal)) return between(worst(c), goal, choice, clip);
  if (!clip) return nothing();
  Scale scale;
  scale.factor = 0;
  scale.offset = ends(choice).high;
  return scale;
}

Parameter clip_parameter(std::string fallback) {
  return boolean("clip", std::move(fallback),
                 {"whether scores are clipped to the range", "是否截断到得分区间内"});
}

Normaliser min_max() {
  Normaliser m;
  m.name = "min_max";
  m.title = {"Min-max", "极差法（最小—最大）"};
  m.parameters = {range(), clip_parameter("false")};
  m.formula = "low + (high - low) (x - min)/(max - min); lower is better: (max - x)/(max - min)";
  m.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 5";
  m.misleads = {
      "One extreme value squeezes all other places together; the bounds come from the "
      "sample, so scores of another sample or year do not compare.",
      "一个极端值就会把其余评价单元挤到一起；最值来自样本，换一批评价单元或换一年，得分不可比。"};
  m.bounded = true;
  m.fit = [](const Column& c, const Choice& choice) {
    return between(worst(c), best(c), choice, choice.boolean("clip"));
  };
  return m;
}

double deviation(const Summary& s, const Choice& choice) {
  const bool population = choice.text("deviation") == "population";
  const double left = std::isnan(s.concentration) ? (s.count - 1) / s.count : 1 - s.concentration;
  return method::moderated_sd(s) * (population ? std::sqrt(left) : 1);
}

Normaliser z_score() {
  Normaliser m;
  m.name = "z_score";
  m.middle = [](const Choice& choice) { return choice.number("mean"); };
  m.needs_moments = true;
  m.title = {"z-score", "标准化（z 分数）"};
  m.parameters = {number("mean", "0", {"the scores' mean", "得分的均值"}),
                  number("sd", "1", {"the scores' standard deviation", "得分的标准差"}, 0),
                  one_of("deviation", {"sample", "population"}, "sample",
                         {"whether s is over n - 1 or over n", "样本的标准差 s 除以 n - 1 或 n"}),
                  pair("range", {"low", "high"}, "[]",
                       {"the scores are clipped to it; left out: they are not",
                        "截断得分的区间；不写则不截断"})};
  m.formula =
      "mean + sd (x - average)/s; lower is better: mean - sd (x - average)/s; s with n - 1, or n "
      "for "
      "the population's";
  m.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 5";
  m.misleads = {
      "Scores are unbounded and negative for half of the places: geometric and harmonic "
      "means cannot take them, and an outlier counts without limit.",
      "得分有正有负，不能直接用于几何、调和平均；离群值的影响不受限制。"};
  m.fit = [](const Column& c, const Choice& choice) {
    Scale scale;
    scale.unit = c.summary.unit;
    scale.shift = scale.unit * c.summary.mean;
    scale.factor = (lower(c) ? -1 : 1) * choice.number("sd") / deviation(c.summary, choice);
    scale.offset = choice.number("mean");
    if (!choice.numbers("range").empty())
      scale = clipped(scale, ends(choice).low, ends(choice).high);
    return scale;
  };
  return m;
}

Normaliser goalposts() {
  Normaliser m;
  m.name = "goalposts";
  m.title = {"Goalposts", "固定阈值法"};
  m.parameters = {
      of_kind(Parameter::Kind::goalposts, "goalposts", "{}",
              {"[low, high] for all, or by the indicator's id",
               "[下限, 上限]，用于全部指标；或以指标 id 为键的映射"}),
      one_of("around", {"none", "mean", "place"}, "none",
             {"mean, place: half the range of the sample to each side of its mean or of a place's "
              "value (AMPI's goalposts)",
              "mean、place：以样本均值或参照单元的值为中心，半宽为极差的一半（AMPI 的阈值）"}),
      of_kind(Parameter::Kind::text, "place", "\"\"",
              {"the reference place of around: place", "around: place 的参照单元"}),
      range(), clip_parameter("true")};
  m.formula = "low + (high - low) (x - g1)/(g2 - g1); lower is better: (g2 - x)/(g2 - g1); clipped";
  m.literature =
      "UNDP, Human Development Report, technical note 1; around a mean or place: Mazziotta & "
      "Pareto "
      "(2016), On a generalized non-compensatory composite index, Soc. Indic. Res. 127";
  m.misleads = {
      "The goalposts are a choice and act like weights; what happens beyond them is not "
      "seen.",
      "阈值是人为选定的，等于给指标加了一次权；阈值以外的进步与退步都看不见。"};
  m.parameters[0].beside = {"around", "none"};
  m.parameters[2].beside = {"around", "place"};
  m.bounded = true;
  m.takes_constant = true;
  m.needs_moments = true;  // around: mean
  m.fit = [](const Column& c, const Choice& choice) {
    const Summary& s = c.summary;
    const double half = s.max / 2 - s.min / 2;
    const std::string around = choice.text("around");
    const double centre = around == "mean" ? s.mean : c.reference;
    const double low = around == "none" ? c.low : centre - half;
    const double high = around == "none" ? c.high : centre + half;
    return between(lower(c) ? high : low, lower(c) ? low : high, choice, choice.boolean("clip"));
  };
  return m;
}

Normaliser efficacy() {
  Normaliser m;
  m.name = "efficacy";
  m.title = {"Efficacy coefficient", "功效系数法"};
  m.formula =
      "clip(60 + 40 (x - pass)/(full - pass), 0, 100); pass: the standard's limit, else the worst "
      "value; full: the plan's target, else the best value; the sample's where these are not in "
      "order";
  m.literature = "功效系数法, e.g. 财政部等 (1999) 国有资本金效绩评价规则";
  m.misleads = {
      "The worst place of a sample still scores 60: this pass does not mean that a "
      "standard is met.",
      "样本中最差的评价单元也得 60 分，“及格”并不说明达标。"};
  m.fit = [](const Column& c, const Choice&) {
    double pass = c.pass == c.pass ? c.pass : worst(c);
    double full = c.target == c.target ? c.target : best(c);
    if (lower(c) ? !(full < pass) : !(full > pass)) pass = worst(c), full = best(c);
    return clipped(method::two_point(pass, full, 60, 100), 0, 100);
  };
  return m;
}

Normaliser distance_to_max() {
  Normaliser m;
  m.name = "distance_to_max";
  m.title = {"Distance to the maximum", "与最优值的距离"};
  m.parameters = {range()};
  m.formula =
      "low + (high - low) (1 - (max - x)/(max - min)); lower is better: 1 - (x - min)/(max - min)";
  m.literature = "OECD & JRC (2008), step 5; Becker et al. (2022), COINr, JOSS 7(78)";
  m.misleads = {"The benchmark is the best of the sample, which need not be good.",
                "标杆只是样本里的最好者，未必是好的。"};
  m.bounded = true;
  m.fit = [](const Column& c, const Choice& choice) {
    return between(worst(c), best(c), choice, false);
  };
  return m;
}

Normaliser distance_to_target() {
  Normaliser m;
  m.name = "distance_to_target";
  m.title = {"Distance to the target", "与规划目标的距离"};
  m.parameters = {
      range(), boolean("cap", "true", {"whether full marks are the most", "超过目标是否仍记满分"})};
  m.formula =
      "low + (high - low) (1 - (target - x)/(target - min)), at most high; lower is better: "
      "1 - (x - target)/(max - target)";
  m.literature = "OECD & JRC (2008), step 5; Becker et al. (2022), COINr, JOSS 7(78)";
  m.misleads = {
      "Zero is the worst of the sample, so that others lose when the worst improves; an "
      "indicator without a target has no score.",
      "零分是样本中的最差值：最差者进步，其他评价单元的得分反而下降；没有规划目标的指标没有得分。"};
  m.bounded = true;
  m.fit = [](const Column& c, const Choice& choice) {
    return towards(c.target, c, choice, choice.boolean("cap"));
  };
  return m;
}

Normaliser distance_to_reference() {
  Normaliser m;
  m.name = "distance_to_reference";
  m.title = {"Distance to a reference place", "与参照单元的距离"};
  m.parameters = {
      of_kind(Parameter::Kind::text, "place", "", {"the reference place", "参照的评价单元"}),
      range(),
      boolean("cap", "false", {"whether full marks are the most", "超过参照单元是否仍记满分"})};
  m.formula =
      "low + (high - low) (1 - (reference - x)/(reference - min)); lower is better: "
      "1 - (x - reference)/(max - reference)";
  m.literature = "OECD & JRC (2008), step 5; Becker et al. (2022), COINr, JOSS 7(78)";
  m.misleads = {
      "Where the reference place is near the worst the quotient is large and means "
      "nothing; where it has no value there are no scores.",
      "参照单元接近最差值时，分母很小，得分没有意义；参照单元缺测的指标没有得分。"};
  m.fit = [](const Column& c, const Choice& choice) {
    return towards(c.reference, c, choice, choice.boolean("cap"));
  };
  return m;
}

Normaliser unscaled() {
  Normaliser m;
  m.name = "none";
  m.takes_constant = true;
  m.middle = [](const Choice&) { return 0.0; };
  m.title = {"None", "不归一化"};
  m.formula = "x; lower is better: -x";
  m.literature = "Becker et al. (2022), COINr, JOSS 7(78): values times their direction";
  m.misleads = {
      "For values that are scores already, or of one unit: else the unit decides what an indicator "
      "counts. Where lower is better all scores are negative: geometric and harmonic means cannot "
      "take them.",
      "只适用于本身就是得分、或单位相同的数值，否则单位决定指标的分量；越低越好的指标得分全为负，不"
      "能用于几何、调和平均。"};
  m.fit = [](const Column& c, const Choice&) {
    Scale scale;
    if (lower(c)) scale.factor = -1;
    return scale;
  };
  return m;
}

}  // namespace

Family<Normaliser> affine_normalisers() {
  return {unscaled(),
          min_max(),
          z_score(),
          goalposts(),
          efficacy(),
          distance_to_max(),
          distance_to_target(),
          distance_to_reference()};
}

}  // namespace tijian::method
