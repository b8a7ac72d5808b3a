#include "model/place_weights.h"

#include <cmath>

#include "tijian/framework.h"
#include "tijian/missing.h"

namespace tijian::model {

std::vector<double> place_weights(const std::string& name, const Framework& framework,
                                  const IndicatorTable& table) {
  if (const auto kept = table.variables.find(name); kept != table.variables.end())
    return kept->second;
  const int indicator = framework.find_indicator(name);
  if (indicator < 0) return {};
  const auto values = table.values.column(indicator);
  return {values.begin(), values.end()};
}

void weigh(std::span<const double> column, std::span<const Eigen::Index> rows,
           std::span<const double> weights, Summary& summary) {
  const auto each = [&](auto use) {
    for (const Eigen::Index row : rows)
      if (!std::isnan(column[row]) && weights[row] > 0) use(column[row], weights[row]);
  };
  double total = 0, mean = 0, squares = 0, shares = 0;
  each([&](double, double w) { total += w; });
  each([&](double x, double w) { mean += w / total * x; });
  each([&](double x, double w) {
    squares += w / total * (x - mean) * (x - mean);
    shares += w / total * (w / total);
  });
  summary.unit = 1;
  summary.mean = total > 0 ? mean : missing;
  summary.concentration = shares;
  summary.m2 = shares < 1 ? squares / (1 - shares) * (summary.count - 1) : 0;
}

}  // namespace tijian::model
