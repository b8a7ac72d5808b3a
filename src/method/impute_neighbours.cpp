#include <algorithm>
#include <cmath>

#include "method/families.h"
#include "method/parameters.h"

namespace tijian::method {
namespace {

/// Half the range of every column over the reference rows: halves, as a range may overflow.
std::vector<double> half_ranges(const Matrix<double>& values, const ImputationData& data) {
  std::vector<double> halves;
  for (Index column = 0; column < values.cols(); ++column) {
    double low = infinity, high = -infinity;
    for (Index row = 0; row < values.rows(); ++row) {
      if (!data.reference[row] || !(values(row, column) == values(row, column))) continue;
      low = std::min(low, values(row, column));
      high = std::max(high, values(row, column));
    }
    halves.push_back(low < high ? high / 2 - low / 2 : 0);
  }
  return halves;
}

/// Gower's distance: the mean over the columns that both rows have; missing where there is none.
double distance(const Matrix<double>& values, const std::vector<double>& halves, Index a, Index b) {
  double sum = 0, count = 0;
  for (Index column = 0; column < values.cols(); ++column) {
    if (!(halves[column] > 0)) continue;
    const double d = std::abs(values(a, column) / 2 - values(b, column) / 2) / halves[column];
    if (!(d == d)) continue;
    sum += d;
    count += 1;
  }
  return count > 0 ? sum / count : missing;
}

struct Neighbour {
  double distance;
  Index row;
};

/// The rows that may lend `row` a value: reference rows of other places, at the same time.
std::vector<Neighbour> neighbours(const Matrix<double>& values, const std::vector<double>& halves,
                                  const ImputationData& data, Index row) {
  std::vector<Neighbour> found;
  for (Index other = 0; other < values.rows(); ++other) {
    const bool same_time = data.time[row] == data.time[other] ||
                           (std::isnan(data.time[row]) && std::isnan(data.time[other]));
    if (!data.reference[other] || data.place[other] == data.place[row] || !same_time) continue;
    if (const double d = distance(values, halves, row, other); d == d) found.push_back({d, other});
  }
  return found;
}

/// The mean of the `k` nearest that have the column, all of those tied at the last distance.
double lent(const Matrix<double>& values, const std::vector<Neighbour>& around, Index column,
            std::size_t k) {
  std::vector<std::pair<double, double>> lenders;  // distance and value
  for (const Neighbour& n : around)
    if (values(n.row, column) == values(n.row, column))
      lenders.emplace_back(n.distance, values(n.row, column));
  if (lenders.empty()) return missing;
  std::sort(lenders.begin(), lenders.end());
  std::size_t count = std::min(k, lenders.size());
  while (count < lenders.size() && lenders[count].first == lenders[count - 1].first) ++count;
  double mean = 0;
  for (std::size_t i = 0; i < count; ++i) mean += lenders[i].second / static_cast<double>(count);
  return mean;
}

Imputer knn() {
  Imputer i;
  i.name = "knn";
  i.title = {"k nearest places", "k 近邻"};
  i.parameters = {whole_number("k", "5", {"how many neighbours", "近邻个数"}, 1, 1e6)};
  i.formula =
      "the mean of the k nearest places of the same period, by the mean of |x - y|/range "
      "over the indicators that both have; ties at the k-th distance all count";
  i.literature =
      "Gower (1971), A general coefficient of similarity, Biometrics 27; Troyanskaya et "
      "al. (2001), Missing value estimation methods, Bioinformatics 17";
  i.misleads = {
      "Among few places the nearest is not near; with much missing a distance rests on a "
      "few indicators.",
      "评价单元少时“近邻”并不近；缺测多的单元距离只凭几个指标。"};
  i.fill = [](Matrix<double>& values, const ImputationData& data, const Choice& choice) {
    const Matrix<double> given = values;  // what is filled in does not lend
    const std::vector<double> halves = half_ranges(given, data);
    const auto k = static_cast<std::size_t>(choice.number("k"));
    for (Index row = 0; row < values.rows(); ++row) {
      if (!given.array().row(row).isNaN().any()) continue;
      const std::vector<Neighbour> around = neighbours(given, halves, data, row);
      for (Index column = 0; column < values.cols(); ++column)
        if (std::isnan(given(row, column))) values(row, column) = lent(given, around, column, k);
    }
  };
  return i;
}

}  // namespace

Family<Imputer> neighbour_imputers() { return {knn()}; }

}  // namespace tijian::method
