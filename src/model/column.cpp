#include "model/column.h"

#include <algorithm>
#include <cmath>

#include "model/transform.h"
#include "tijian/missing.h"

namespace tijian::model {

namespace {

/// The pair that stands for all, or that of the id; null where there is none.
const ValueList* post_of(const Value& goalposts, const std::string& id) {
  if (!goalposts.map()) return goalposts.list();
  const auto post = goalposts.map()->find(id);
  return post == goalposts.map()->end() ? nullptr : post->second.list();
}

}  // namespace

void add_goalposts(const Choice& normaliser, const std::string& id, Column& column) {
  const Value* goalposts = normaliser.find("goalposts");
  const ValueList* post = goalposts ? post_of(*goalposts, id) : nullptr;
  if (!post || post->size() != 2) return;
  if (const double* low = (*post)[0].number()) column.low = *low;
  if (const double* high = (*post)[1].number()) column.high = *high;
}

Column describe(const Choice& normaliser, const Indicator& indicator, const Summary& summary) {
  Column column;
  column.direction = indicator.direction;
  column.summary = summary;
  add_goalposts(normaliser, indicator.id, column);
  if (indicator.plan && indicator.plan->target)
    column.target = transformed(indicator, indicator.plan->target->value);
  if (!indicator.standards.empty())
    if (const auto limit = indicator.standards.back().limit(indicator.direction))
      column.pass = transformed(indicator, *limit);
  return column;
}

double reference_value(const Choice& normaliser, const Rows& all, const double* values,
                       std::span<const Eigen::Index> rows) {
  const Value* parameter = normaliser.find("place");
  if (!parameter || !parameter->text() || parameter->text()->empty()) return missing;
  const auto place = std::ranges::find(all.places, *parameter->text()) - all.places.begin();
  Eigen::Index latest = -1;
  for (const Eigen::Index row : rows)
    if (all.place[row] == place && !std::isnan(values[row]) &&
        (latest < 0 || all.period[latest] < all.period[row]))
      latest = row;
  return latest < 0 ? missing : values[latest];
}

std::vector<double> sorted_values(const double* values, std::span<const Eigen::Index> rows) {
  std::vector<double> sorted;
  for (const Eigen::Index row : rows)
    if (!std::isnan(values[row])) sorted.push_back(values[row]);
  std::ranges::sort(sorted);
  return sorted;
}

}  // namespace tijian::model
