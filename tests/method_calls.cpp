#include "method_calls.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "method/structure.h"
#include "method/summary.h"
#include "method/two_point.h"

namespace tijian_tests {
namespace {

using Eigen::ArrayXd;
using Eigen::ArrayXXd;
using namespace tijian;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::span<const double> span_of(const ArrayXd& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

double entropy_of(std::span<const double> column, double total) {
  double sum = 0;
  for (const double r : column)
    if (r > 0) sum += r / total * std::log(r / total);
  return sum;
}

}  // namespace

Choice choice(const std::string& name, ValueMap parameters) {
  return {name, std::move(parameters)};
}
Value value(double number) { return {number}; }
Value value(bool flag) { return {flag}; }
Value value(const char* text) { return {std::string(text)}; }
Value value(std::vector<double> numbers) {
  ValueList list;
  for (const double number : numbers) list.push_back({number});
  return {list};
}
Value value(std::vector<std::string> texts) {
  ValueList list;
  for (const std::string& text : texts) list.push_back({text});
  return {list};
}

ArrayXd array_of(std::span<const double> values) {
  return Eigen::Map<const ArrayXd>(values.data(), static_cast<Index>(values.size()));
}

std::vector<double> sorted_present(const ArrayXd& values) {
  std::vector<double> sorted;
  for (const double x : values)
    if (x == x) sorted.push_back(x);
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

FittedColumn::FittedColumn(const ArrayXd& values, Direction direction)
    : sorted_(sorted_present(values)) {
  column.direction = direction;
  column.summary = method::summarise(span_of(values));
}

ArrayXd FittedColumn::score(const Choice& chosen, const ArrayXd& values) const {
  const Normaliser& normaliser = *find_method(builtin_methods().normalisers, chosen.name);
  Column seen = column;
  if (normaliser.needs_values) seen.sorted = sorted_;
  ArrayXd score = ArrayXd::Constant(values.size(), missing);
  if (column.summary.constant()) return score;
  const Scale scale = normaliser.fit(seen, resolve(chosen, normaliser));
  if (normaliser.apply) {
    normaliser.apply(scale, span_of(values),
                     {score.data(), static_cast<std::size_t>(score.size())});
  } else {
    for (Index i = 0; i < values.size(); ++i) score[i] = method::affine_score(scale, values[i]);
  }
  return score;
}

ArrayXd normalised(const Choice& chosen, const ArrayXd& values, Direction direction) {
  return FittedColumn(values, direction).score(chosen, values);
}

Scores aggregated(const Choice& chosen, const ArrayXXd& children,
                  const std::vector<double>& weights) {
  const std::vector<double> equal(children.cols(), 1.0);
  Children view;
  view.rows = children.rows();
  view.weights = weights.empty() ? equal : weights;
  for (Index j = 0; j < children.cols(); ++j) view.columns.push_back(children.col(j).data());
  Scores scores{ArrayXd(children.rows())};
  const Aggregator& aggregator = *find_method(builtin_methods().aggregators, chosen.name);
  scores.refused =
      aggregator.apply(view, resolve(chosen, aggregator),
                       {scores.score.data(), static_cast<std::size_t>(children.rows())});
  return scores;
}

WeightingData weighting_data(const Matrix<double>& unit) {
  const Index n = unit.cols();
  WeightingData data;
  data.table = &builtin_methods();
  data.values = &unit;
  data.given.assign(n, 1.0);
  data.count = data.mean = data.sd = data.entropy = std::vector<double>(n, missing);
  data.correlation.assign(n, n, missing);
  for (Index j = 0; j < n; ++j) {
    const Summary s = method::summarise(unit.column(j));
    data.count[j] = s.count;
    if (s.constant()) continue;
    data.mean[j] = s.mean;
    data.sd[j] = method::moderated_sd(s) / s.unit;
    data.entropy[j] = entropy_of(unit.column(j), s.mean * s.count);
    for (Index k = 0; k < n; ++k)
      data.correlation(j, k) = method::pearson(unit.column(j), unit.column(k));
  }
  return data;
}

ArrayXd weighed(const Choice& chosen, const Matrix<double>& unit) {
  WeightingData data = weighting_data(unit);
  const Weighting& weighting = *find_method(builtin_methods().weightings, chosen.name);
  return array_of(weighting.weigh(data, resolve(chosen, weighting)));
}

Treatment treatment(const Choice& chosen, const ArrayXd& values) {
  const Treater& treater = *find_method(builtin_methods().treaters, chosen.name);
  return treater.fit ? treater.fit(sorted_present(values), resolve(chosen, treater)) : Treatment{};
}

ArrayXd treated(const Choice& chosen, const ArrayXd& values) {
  const Treatment t = treatment(chosen, values);
  ArrayXd result(values.size());
  for (Index i = 0; i < values.size(); ++i) result[i] = treat(t, builtin_methods(), values[i]);
  return result;
}

double largest_difference(const ArrayXXd& a, const ArrayXXd& b) {
  double largest = 0;
  for (Index j = 0; j < a.cols(); ++j)
    for (Index i = 0; i < a.rows(); ++i) {
      if (std::isnan(a(i, j)) && std::isnan(b(i, j))) continue;
      const double d = std::abs(a(i, j) - b(i, j));
      largest = d == d ? std::max(largest, d) : std::numeric_limits<double>::infinity();
    }
  return largest;
}

}  // namespace tijian_tests
