#include <algorithm>
#include <cmath>

#include "method/families.h"
#include "method/nonnegative.h"
#include "method/parameters.h"
#include "method/symmetric_eigen.h"
#include "method/weights.h"

namespace tijian::method {
namespace {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;

/// The columns that vary, and their correlations; pairs that never occur together count as zero.
struct Varying {
  std::vector<Index> columns;
  ArrayXXd correlation;

  explicit Varying(const WeightingData& data) {
    for (Index j = 0; j < static_cast<Index>(data.given.size()); ++j)
      if (data.correlation(j, j) == data.correlation(j, j)) columns.push_back(j);
    const auto n = static_cast<Index>(columns.size());
    correlation.resize(n, n);
    for (Index a = 0; a < n; ++a)
      for (Index b = 0; b < n; ++b) {
        const double r = data.correlation(columns[a], columns[b]);
        correlation(a, b) = r == r ? r : 0;
      }
  }
  std::vector<double> spread(const WeightingData& data, const ArrayXd& weights) const {
    std::vector<double> every(data.given.size());
    for (std::size_t k = 0; k < columns.size(); ++k) every[columns[k]] = weights[k];
    return method::to_one(data, every);
  }
};

/// How many components count: all that tie with the last of them, as their vectors are arbitrary.
Index count_of(const ArrayXd& eigenvalues, int components) {
  Index count = 1;
  const auto wanted = [&](Index k) {
    if (eigenvalues[k] > eigenvalues[k - 1] * (1 - 1e-9)) return true;
    return components > 0 ? k < components : eigenvalues[k] > 1;
  };
  while (count < eigenvalues.size() && wanted(count)) ++count;
  return count;
}

/// Squared loadings, by the variance that their components explain.
ArrayXd squared_loadings(const ArrayXXd& correlation, int components) {
  const method::SymmetricEigen eigen = method::symmetric_eigen(correlation);
  ArrayXd weights = ArrayXd::Zero(correlation.rows());
  if (weights.size() == 0) return weights;
  for (Index k = 0; k < count_of(eigen.values, components); ++k)
    for (Index j = 0; j < weights.size(); ++j)
      weights[j] += std::max(eigen.values[k], 0.0) * eigen.vectors(j, k) * eigen.vectors(j, k);
  return weights;
}

Weighting pca() {
  Weighting w;
  w.name = "pca";
  w.title = {"Principal components", "主成分法"};
  w.parameters = {whole_number("components", "1",
                               {"how many components; 0: those with an "
                                "eigenvalue above one",
                                "用几个主成分；0：特征值大于 1 的"},
                               0, 1000)};
  w.formula =
      "w_j ~ sum_k lambda_k v_jk^2 over the components of the correlation matrix; "
      "one component: its squared loadings";
  w.literature =
      "Nicoletti, Scarpetta & Boylaud (2000), OECD Economics Department Working Paper 226; "
      "OECD & JRC (2008), step 6 (there after rotation)";
  w.misleads = {
      "Weights follow correlation, not importance: an indicator of its own kind all but "
      "vanishes; pointless where the first component explains little.",
      "权重反映相关，不反映重要：与众不同的指标几乎没有权重；第一主成分解释的方差不多时没有意义。"};
  w.needs_correlation = true;
  w.weigh = [](WeightingData& d, const Choice& choice) {
    const Varying varying(d);
    const int components = static_cast<int>(choice.number("components"));
    return varying.spread(d, squared_loadings(varying.correlation, components));
  };
  return w;
}

/// Whether two columns correlate with all others alike, and with each other fully.
bool twins(const ArrayXXd& correlation, Index a, Index b) {
  for (Index k = 0; k < correlation.cols(); ++k)
    if (std::abs(correlation(a, k) - correlation(b, k)) > 1e-12) return false;
  return true;
}

/// The first column that says the same as each; its number for itself.
std::vector<Index> twins_of(const ArrayXXd& correlation) {
  std::vector<Index> first;
  for (Index j = 0; j < correlation.cols(); ++j) {
    Index same = 0;
    while (same < j && !twins(correlation, same, j)) ++same;
    first.push_back(same);
  }
  return first;
}

/// u >= 0 for columns of deviation one; twins share alike.
ArrayXd balancing(const ArrayXXd& correlation) {
  const std::vector<Index> first = twins_of(correlation);
  std::vector<Index> distinct;
  for (Index j = 0; j < correlation.cols(); ++j)
    if (first[j] == j) distinct.push_back(j);
  const Index rows = correlation.rows(), n = static_cast<Index>(distinct.size());
  ArrayXXd columns(rows, n);
  for (Index k = 0; k < n; ++k)
    for (Index j = 0; j < rows; ++j) columns(j, k) = correlation(j, distinct[k]);
  const ArrayXd u = method::nonnegative_least_squares(columns, ArrayXd::Ones(rows));
  ArrayXd all(correlation.cols());
  for (Index k = 0; k < n; ++k) {
    const auto alike = static_cast<double>(std::count(first.begin(), first.end(), distinct[k]));
    for (Index j = 0; j < all.size(); ++j)
      if (first[j] == distinct[k]) all[j] = u[k] / alike;
  }
  return all;
}

Weighting balanced() {
  Weighting w;
  w.name = "balanced";
  w.title = {"Balanced influence", "等影响力权重"};
  w.formula =
      "w >= 0 that makes the correlations of the indicators with their weighted mean as equal "
      "as can be: minimises their coefficient of variation";
  w.literature =
      "Becker et al. (2017), Weights and importance in composite indicators: closing the "
      "gap, Ecological Indicators 80; non-negative least squares: Lawson & Hanson (1974)";
  w.misleads = {
      "An indicator against the trend gains much weight and one in the middle of others may "
      "get none; it holds for the arithmetic mean only.",
      "与多数相悖的指标会得到很大权重，夹在其他指标之间的可能得零；只对算术平均成立。"};
  w.needs_correlation = true;
  w.weigh = [](WeightingData& d, const Choice&) {
    const Varying varying(d);
    ArrayXd weights = balancing(varying.correlation);
    for (Index k = 0; k < weights.size(); ++k) weights[k] /= d.sd[varying.columns[k]];
    return varying.spread(d, weights);
  };
  return w;
}

}  // namespace

Family<Weighting> structure_weightings() { return {pca(), balanced()}; }

}  // namespace tijian::method
