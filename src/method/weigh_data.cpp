#include <algorithm>
#include <cmath>

#include "method/families.h"
#include "method/parameters.h"
#include "method/weights.h"

namespace tijian::method {
namespace {

/// A weight for every column from its own index, then shared out to sum to one.
template <class Function>
std::vector<double> each(const WeightingData& data, Function of) {
  std::vector<double> weights(data.given.size());
  for (std::size_t j = 0; j < weights.size(); ++j) weights[j] = of(j);
  return method::to_one(data, weights);
}

Weighting entropy() {
  Weighting w;
  w.name = "entropy";
  w.title = {"Entropy", "熵权法"};
  w.formula = "E_j = -sum p ln p/ln m, p = r_ij/sum_i r_ij, 0 ln 0 = 0; w_j = (1 - E_j)/sum(1 - E)";
  w.literature = "Shannon (1948); Hwang & Yoon (1981), Multiple Attribute Decision Making";
  w.misleads = {
      "Unreliable over five years or a handful of places; one outlier can draw most of the "
      "weight to its indicator; what discriminates need not matter.",
      "只有几年或几个评价单元时不可靠；一个离群值就能让一个指标得到大部分权重；区分度不等于重要性"
      "。"};
  w.needs_entropy = true;
  w.weigh = [](WeightingData& d, const Choice&) {
    return each(d, [&](std::size_t j) {
      return d.count[j] < 2 ? 0 : 1 + d.entropy[j] / std::log(d.count[j]);
    });
  };
  return w;
}

Weighting critic() {
  Weighting w;
  w.name = "critic";
  w.title = {"CRITIC", "CRITIC 法"};
  w.formula = "C_j = s_j sum_k(1 - rho_jk), Pearson, direction-aware; w_j = C_j/sum C";
  w.literature =
      "Diakoulaki, Mavrotas & Papayannakis (1995), Determining objective weights in "
      "multiple criteria problems: the CRITIC method, Computers & Operations Research 22";
  w.misleads = {
      "An indicator that contradicts the others gains the most weight, be it only because "
      "its direction is wrong; correlations of a small sample are unsteady.",
      "与其他指标负相关的指标权重最大，哪怕是方向标错了的；样本小时相关系数不稳定。"};
  w.needs_correlation = true;
  w.weigh = [](WeightingData& d, const Choice&) {
    return each(d, [&](std::size_t j) {
      double conflict = 0;
      for (std::size_t k = 0; k < d.given.size(); ++k)
        if (k != j && d.correlation(j, k) == d.correlation(j, k))
          conflict += 1 - d.correlation(j, k);
      return d.given.size() == 1 ? 1 : d.sd[j] * conflict;
    });
  };
  return w;
}

Weighting variation() {
  Weighting w;
  w.name = "cv";
  w.title = {"Coefficient of variation", "变异系数法"};
  w.formula = "v_j = s_j/mean_j over min-max [0,1]; w_j = v_j/sum v";
  w.literature = "Pearson (1896); 变异系数法 as in Chinese evaluation practice";
  w.misleads = {"Where most places score near zero the mean is small and the weight leaps.",
                "多数评价单元得分接近零的指标，均值很小，权重猛增。"};
  w.weigh = [](WeightingData& d, const Choice&) {
    return each(d, [&](std::size_t j) { return d.sd[j] / d.mean[j]; });
  };
  return w;
}

Weighting deviation() {
  Weighting w;
  w.name = "sd";
  w.title = {"Standard deviation", "标准差法"};
  w.formula = "w_j = s_j/sum s over min-max [0,1]";
  w.literature = "Diakoulaki, Mavrotas & Papayannakis (1995)";
  w.misleads = {"Polarised indicators, such as yes or no, weigh the most.",
                "两极分化的指标（如是/否）权重最大。"};
  w.weigh = [](WeightingData& d, const Choice&) {
    return each(d, [&](std::size_t j) { return d.sd[j]; });
  };
  return w;
}

/// |ln| of 1 + 99 r: MEREC divides by values, so that zero must not occur.
double distance_of(double r) { return std::log(1 + 99 * r); }

/// The mean change of the rows' performance when column j is taken away.
std::vector<double> removal_effects(const Matrix<double>& values) {
  std::vector<double> effect(values.cols()), count = effect;
  for (Index i = 0; i < values.rows(); ++i) {
    double sum = 0, present = 0;
    for (Index j = 0; j < values.cols(); ++j)
      if (values(i, j) == values(i, j)) sum += distance_of(values(i, j)), ++present;
    for (Index j = 0; j < values.cols(); ++j) {
      if (!(values(i, j) == values(i, j))) continue;
      const double without = std::max(sum - distance_of(values(i, j)), 0.0);
      effect[j] += std::log1p(sum / present) - std::log1p(without / present);
      count[j] += 1;
    }
  }
  for (std::size_t j = 0; j < effect.size(); ++j) effect[j] /= std::max(count[j], 1.0);
  return effect;
}

Weighting merec() {
  Weighting w;
  w.name = "merec";
  w.title = {"MEREC", "MEREC 法（去除效应）"};
  w.formula =
      "S_i = ln(1 + mean_j |ln(min/x_ij)|), x = 1 + 99 r; E_j = mean_i |S_i without j - S_i|; "
      "w_j = E_j/sum E";
  w.literature =
      "Keshavarz-Ghorabaee et al. (2021), Determination of objective weights using a new "
      "method based on the removal effects of criteria, Symmetry 13(4)";
  w.misleads = {
      "The weights depend on how far the scale stays from zero (here 1..100): another lower "
      "end gives other weights.",
      "权重取决于量表离零多远（这里取 1..100）：换一个下限，权重就变。"};
  w.needs_values = true;
  w.weigh = [](WeightingData& d, const Choice&) {
    return method::to_one(d, removal_effects(*d.values));
  };
  return w;
}

}  // namespace

Family<Weighting> data_weightings() {
  return {entropy(), critic(), variation(), deviation(), merec()};
}

}  // namespace tijian::method
