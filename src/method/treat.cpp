#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "method/box_cox.h"
#include "method/families.h"
#include "method/moments.h"
#include "method/parameters.h"

namespace tijian {
namespace {

const Treater& treater_of(const Treatment& treatment, const MethodTable& table) {
  const Treater* treater = find_method(table.treaters, treatment.method);
  if (!treater || !treater->apply)
    throw std::logic_error("no treater '" + treatment.method + "' is there to apply");
  return *treater;
}

}  // namespace

void treat(const Treatment& treatment, const MethodTable& table, std::span<double> values) {
  if (treatment.method.empty()) return;
  const Treater& treater = treater_of(treatment, table);
  for (double& x : values)
    if (x == x) x = treater.apply(treatment, x);
}

double treat(const Treatment& treatment, const MethodTable& table, double x) {
  treat(treatment, table, {&x, 1});
  return x;
}

}  // namespace tijian

namespace tijian::method {

namespace {

struct Thresholds {
  double skewness, kurtosis;
  explicit Thresholds(const Choice& choice)
      : skewness(choice.number("skewness")), kurtosis(choice.number("kurtosis")) {}
  /// Columns too short to have a shape pass. At a threshold rounding does not decide: three equal
  /// values of four have a skewness of just 2.
  bool met_by(const Shape& s) const {
    return !(std::abs(s.skewness) >= skewness - 1e-9 && s.kurtosis >= kurtosis - 1e-9);
  }
};

using Apply = double (*)(const Treatment&, double x);

double kept_inside(const Treatment& t, double x) { return std::clamp(x, t.low, t.high); }

double log_of(const Treatment& t, double x) { return log_distance(kept_inside(t, x), t.shift); }

double box_cox_of(const Treatment& t, double x) {
  return box_cox_of_log(log_of(t, x) - std::log(t.scale), t.lambda);
}

Shape shape_after(const Treatment& t, Apply apply, std::span<const double> sorted) {
  std::vector<double> treated;
  for (const double x : sorted) treated.push_back(apply(t, x));
  return shape(treated);
}

/// Notes the shape and how many values changed.
Treatment recorded(Treatment t, Apply apply, std::span<const double> sorted,
                   const Thresholds& limits) {
  const Shape before = shape(sorted), after = shape_after(t, apply, sorted);
  t.skewness_before = before.skewness;
  t.kurtosis_before = before.kurtosis;
  t.skewness_after = after.skewness;
  t.kurtosis_after = after.kurtosis;
  t.passed = limits.met_by(after);
  t.points = static_cast<int>(
      std::count_if(sorted.begin(), sorted.end(), [&](double x) { return apply(t, x) != x; }));
  return t;
}

/// Moves the values at the tail of the skew to the next one inwards; false where that would leave
/// a constant.
bool pull_in(Treatment& t, std::span<const double> sorted, double skewness) {
  const double low = std::max(t.low, sorted.front()), high = std::min(t.high, sorted.back());
  const double next_high = *(std::lower_bound(sorted.begin(), sorted.end(), high) - 1);
  const double next_low = *std::upper_bound(sorted.begin(), sorted.end(), low);
  if (!(next_high > low)) return false;
  if (skewness > 0)
    t.high = next_high;
  else
    t.low = next_low;
  return true;
}

Treatment winsorised(std::span<const double> sorted, const Thresholds& limits, int steps) {
  Treatment t;
  t.method = "winsorise";
  for (Shape now = shape(sorted); steps > 0 && !limits.met_by(now); --steps) {
    if (!pull_in(t, sorted, now.skewness)) break;
    now = shape_after(t, kept_inside, sorted);
  }
  return recorded(t, kept_inside, sorted, limits);
}

Treatment logged(std::span<const double> sorted, const Thresholds& limits, const Choice&) {
  Treatment t;
  t.method = "log";
  t.low = sorted.front();  // below the reference's smallest there may be no logarithm
  t.shift = sorted.front() - (0.01 * sorted.back() - 0.01 * sorted.front());
  return recorded(t, log_of, sorted, limits);
}

Treatment box_coxed(std::span<const double> sorted, const Thresholds& limits, const Choice&) {
  return recorded(fit_box_cox(sorted), box_cox_of, sorted, limits);
}

/// `transform` where the column fails the thresholds.
template <class Transform>
auto where_needed(Transform transform) {
  return [transform](std::span<const double> sorted, const Choice& choice) {
    const Thresholds limits(choice);
    const Treatment untouched = recorded({}, kept_inside, sorted, limits);
    return untouched.passed ? untouched : transform(sorted, limits, choice);
  };
}

std::vector<Parameter> thresholds() {
  return {
      number("skewness", "2",
             {"columns of a smaller absolute skewness are left", "偏度绝对值小于它的指标不处理"},
             0),
      number("kurtosis", "3.5",
             {"columns of a smaller kurtosis are left", "峰度小于它的指标不处理"})};
}

Treater untreated() {
  Treater t;
  t.name = "none";
  t.title = {"None", "不处理"};
  t.formula = "x";
  t.literature = "OECD & JRC (2008), Handbook on Constructing Composite Indicators, step 4";
  t.misleads = {"Outliers set the bounds of min_max and drive correlations.",
                "离群值左右 min_max 的上下界，也左右相关系数。"};
  return t;
}

Treater winsorise() {
  Treater t;
  t.name = "winsorise";
  t.title = {"Winsorising", "缩尾处理"};
  t.parameters = thresholds();
  t.parameters.push_back(
      whole_number("max_points", "5", {"the most steps", "最多缩尾的次数"}, 0, 1e6));
  t.parameters.push_back(one_of("otherwise", {"none", "log", "box_cox"}, "none",
                                {"what to do with the original values where that does not do",
                                 "仍不合格时，对原值做的变换"}));
  t.formula =
      "the values at the tail of the skew become the next one inwards, until |skewness| < 2 "
      "or kurtosis < 3.5, at most 5 times";
  t.literature = "OECD & JRC (2008), step 4; Becker et al. (2022), COINr, JOSS 7(78)";
  t.misleads = {"True extremes are levelled, which may be the very thing a health check looks for.",
                "真实的极端好坏被抹平；可能正是体检要找的问题。"};
  t.apply = kept_inside;
  t.fit = where_needed([](std::span<const double> sorted, const Thresholds& limits,
                          const Choice& choice) {
    const int steps = static_cast<int>(choice.number("max_points"));
    const Treatment tails = winsorised(sorted, limits, steps);
    const std::string otherwise = choice.text("otherwise");
    if (tails.passed || otherwise == "none") return tails;
    return otherwise == "log" ? logged(sorted, limits, choice) : box_coxed(sorted, limits, choice);
  });
  return t;
}

Treater log() {
  Treater t;
  t.name = "log";
  t.title = {"Logarithm", "对数变换"};
  t.parameters = thresholds();
  t.formula = "ln(x - min + 0.01 (max - min)) where |skewness| >= 2 and kurtosis >= 3.5";
  t.literature = "OECD & JRC (2008), step 4; Becker et al. (2022), COINr, JOSS 7(78)";
  t.misleads = {
      "Data skewed to the left become more so; differences turn from amounts into ratios.",
      "左偏的数据会更偏；变换后的差是比例，不是数量。"};
  t.fit = where_needed(logged);
  t.apply = log_of;
  return t;
}

Treater box_cox() {
  Treater t;
  t.name = "box_cox";
  t.title = {"Box-Cox transformation", "Box-Cox 变换"};
  t.parameters = thresholds();
  t.formula =
      "(z^lambda - 1)/lambda, z = (x - shift)/geometric mean, lambda of the greatest "
      "likelihood within -5..5; shift 0 for positive data, else min - 0.01 (max - min)";
  t.literature = "Box & Cox (1964), An analysis of transformations, J. R. Stat. Soc. B 26";
  t.misleads = {
      "Lambda changes with the sample, so that next year has another ruler; scores are no "
      "longer proportional to values.",
      "lambda 随样本而变，换一年就是另一把尺子；得分不再与原值成比例。"};
  t.fit = where_needed(box_coxed);
  t.apply = box_cox_of;
  return t;
}

}  // namespace

Family<Treater> treaters() { return {untreated(), winsorise(), log(), box_cox()}; }

}  // namespace tijian::method
