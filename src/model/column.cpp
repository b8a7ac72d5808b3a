#include "model/column.h"

#include <algorithm>
#include <cmath>

#include "tijian/missing.h"

namespace tijian::model {

void add_goalposts(const Choice& normaliser, const std::string& id, Column& column) {
  const Value* parameter = normaliser.find("goalposts");
  if (!parameter || !parameter->map()) return;
  const ValueMap& posts = *parameter->map();
  const auto post = posts.find(id);
  if (post == posts.end() || !post->second.list() || post->second.list()->size() != 2) return;
  if (const double* low = (*post->second.list())[0].number()) column.low = *low;
  if (const double* high = (*post->second.list())[1].number()) column.high = *high;
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
