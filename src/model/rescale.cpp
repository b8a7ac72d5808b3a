#include "model/rescale.h"

#include <algorithm>
#include <cmath>

#include "method/summary.h"
#include "method/two_point.h"
#include "model/column.h"
#include "model/place_weights.h"
#include "model/rules.h"
#include "tijian/missing.h"

namespace tijian::model {
namespace {

/// Every score becomes the first of those that it ties with, so that rounding makes no ranks.
void join_ties(std::span<const Eigen::Index> rows, double* score) {
  std::vector<Eigen::Index> order;
  for (const Eigen::Index row : rows)
    if (!std::isnan(score[row])) order.push_back(row);
  if (order.empty()) return;
  std::ranges::stable_sort(order, {}, [&](Eigen::Index row) { return score[row]; });
  Ties ties(score[order.front()], score[order.back()], tie);
  for (const Eigen::Index row : order) {
    ties.ends_at(score[row]);
    score[row] = ties.first();
  }
}

Scale fitted(const Resolved<Normaliser>& normaliser, const Node& category, const Compared& compared,
             const std::vector<double>& sorted, const double* score) {
  Column column;
  column.summary = method::summarise(sorted);
  if (!compared.weights.empty())
    weigh({score, compared.weights.size()}, compared.reference, compared.weights, column.summary);
  column.sorted = sorted;
  column.reference = reference_value(normaliser.choice, compared.all, score, compared.reference);
  add_goalposts(normaliser.choice, category.id, column);
  Scale scale;
  scale.factor = missing;
  return column.summary.constant() && !normaliser->takes_constant
             ? scale
             : normaliser->fit(column, normaliser.choice);
}

}  // namespace

std::optional<Text> rescale(const Resolved<Normaliser>& normaliser, const Node& category,
                            const Compared& compared, double* score) {
  if (normaliser->needs_values) join_ties(compared.rows, score);
  const std::vector<double> sorted = sorted_values(score, compared.reference);
  const Scale scale = fitted(normaliser, category, compared, sorted, score);
  const bool none = std::isnan(scale.factor);
  for (const Eigen::Index row : compared.rows) {
    const double x = score[row];
    if (none)
      score[row] = scale.factor;
    else if (normaliser->apply)
      normaliser->apply(scale, {&x, 1}, {score + row, 1});
    else
      score[row] = method::affine_score(scale, x);
  }
  if (!none || sorted.empty()) return {};
  if (sorted.front() == sorted.back()) return Text{"all scores are the same", "得分全部相同"};
  return Text{"the method lacks what it needs", "缺少该方法所需的参数"};
}

}  // namespace tijian::model
