#include <cmath>

#include "method/families.h"
#include "method/fitting.h"
#include "method/parameters.h"
#include "method/two_point.h"

namespace tijian::method {
namespace {

/// x / divisor, or 1 - x / divisor; `divisor` is of unit * x.
Scale share(const Column& c, double divisor) {
  if (!(divisor > 0)) return nothing();
  Scale scale;
  scale.unit = c.summary.unit;
  scale.factor = (lower(c) ? -1 : 1) / divisor;
  scale.offset = lower(c) ? 1 : 0;
  return scale;
}

Normaliser fraction_of_max() {
  Normaliser m;
  m.name = "fraction_of_max";
  m.title = {"Fraction of the maximum", "占最大值的比例"};
  m.parameters = {range("[0, 1]")};
  m.formula = "low + (high - low) x/max; lower is better: low + (high - low) (1 - x/max)";
  m.literature =
      "Jahan & Edwards (2015), A state-of-the-art survey on the influence of "
      "normalization techniques in ranking, Materials & Design 65";
  m.misleads = {
      "Only for positive numbers with a true zero; indicators spread differently, which "
      "weighs them in silence. A maximum of zero or less gives no scores.",
      "只适用于有真零点的正数；各指标得分的离散程度不同，等于暗中加权。"};
  m.fit = [](const Column& c, const Choice& choice) {
    const Ends e = ends(choice);
    if (!(c.summary.max > 0)) return nothing();
    return lower(c) ? method::two_point(0, c.summary.max, e.high, e.low)
                    : method::two_point(0, c.summary.max, e.low, e.high);
  };
  return m;
}

Normaliser vector_norm() {
  Normaliser m;
  m.name = "vector";
  m.middle = [](const Choice&) { return 0.5; };
  m.needs_moments = true;
  m.title = {"Vector norm", "向量归一化"};
  m.formula = "x/sqrt(sum x^2); lower is better: 1 - x/sqrt(sum x^2)";
  m.literature = "Hwang & Yoon (1981), Multiple Attribute Decision Making; Jahan & Edwards (2015)";
  m.misleads = {"Scores shrink as places are added; negative values have no clear meaning.",
                "得分随评价单元个数变小；有负值时含义不清。"};
  m.fit = [](const Column& c, const Choice&) {
    const double mean = c.summary.unit * c.summary.mean;
    return share(c, std::sqrt(c.summary.m2 + c.summary.count * mean * mean));
  };
  return m;
}

Normaliser sum_norm() {
  Normaliser m;
  m.name = "sum";
  m.middle = [](const Choice&) { return 0.5; };
  m.needs_moments = true;
  m.title = {"Share of the sum", "占总和的比例"};
  m.formula = "x/sum x; lower is better: 1 - x/sum x";
  m.literature =
      "Jahan & Edwards (2015), A state-of-the-art survey on the influence of normalization "
      "techniques in ranking, Materials & Design 65";
  m.misleads = {"Scores shrink as places are added; a sum of zero or less gives no scores.",
                "得分随评价单元个数变小；总和不为正时没有得分。"};
  m.fit = [](const Column& c, const Choice&) {
    return share(c, c.summary.count * (c.summary.unit * c.summary.mean));
  };
  return m;
}

}  // namespace

Family<Normaliser> share_normalisers() { return {fraction_of_max(), vector_norm(), sum_norm()}; }

}  // namespace tijian::method
