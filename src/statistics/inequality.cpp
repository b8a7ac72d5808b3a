#include "statistics/inequality.h"

#include <algorithm>
#include <cmath>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"

namespace tijian::statistics {
namespace {

std::vector<double> present_values(std::span<const double> values) {
  std::vector<double> out;
  for (const double x : values)
    if (!std::isnan(x)) out.push_back(x);
  return out;
}

/// What is 0 for equal values comes out as the rounding of its terms, of either sign.
double without_rounding(double index) { return index < 1e-14 ? 0 : index; }

/// What Theil's T is made of: T = logs / sum - ln(sum / n).
struct TheilSums {
  int n = 0;
  double sum = 0, logs = 0;  ///< of x; of x ln x
  double least = 0;

  void add(double x) {
    ++n;
    sum += x;
    logs += x > 0 ? x * std::log(x) : 0;
    least = std::min(least, x);
  }
  double mean() const { return sum / n; }
  double theil() const {
    return least < 0 || !(sum > 0) ? missing : without_rounding(logs / sum - std::log(mean()));
  }
};

TheilGroup group_part(const TheilSums& group, const TheilSums& all) {
  TheilGroup part{group.n, group.sum / all.sum, group.theil(), 0, 0};
  if (!(group.sum > 0)) return part;
  part.within = part.share * part.theil;
  part.between = part.share * std::log(group.mean() / all.mean());
  return part;
}

TheilGroup missing_part(const TheilSums& group) {
  return {group.n, missing, missing, missing, missing};
}

}  // namespace

double gini(std::span<const double> values) {
  std::vector<double> x = present_values(values);
  std::ranges::sort(x);
  if (x.empty() || x.front() < 0) return missing;
  const double n = static_cast<double>(x.size());
  double sum = 0, ranked = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sum += x[i];
    ranked += (2 * static_cast<double>(i + 1) - n - 1) * (x[i] - x[0]);  // exactly 0 if all alike
  }
  return sum > 0 ? ranked / (n * sum) : missing;
}

double variation_coefficient(std::span<const double> values) {
  const std::vector<double> x = present_values(values);
  if (x.size() < 2) return missing;
  const double n = static_cast<double>(x.size());
  double mean = x[0], squares = 0;
  for (const double value : x) mean += (value - x[0]) / n;  // exactly x[0] if all alike
  for (const double value : x) squares += (value - mean) * (value - mean);
  return mean > 0 ? std::sqrt(squares / (n - 1)) / mean : missing;
}

Theil theil(std::span<const double> values, std::span<const int> groups) {
  if (values.size() != groups.size())
    throw UsageError("theil: there are not as many groups as values");
  TheilSums all;
  std::vector<TheilSums> sums(std::max(0, groups.empty() ? 0 : std::ranges::max(groups) + 1));
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (groups[i] < 0 || std::isnan(values[i])) continue;
    all.add(values[i]);
    sums[groups[i]].add(values[i]);
  }
  Theil out{all.theil(), 0, 0, {}};
  const bool none = std::isnan(out.total);
  for (const TheilSums& group : sums)
    out.groups.push_back(none ? missing_part(group) : group_part(group, all));
  for (const TheilGroup& part : out.groups) {
    out.within += part.within;
    out.between += part.between;
  }
  out.between = without_rounding(out.between);
  if (none) out.within = out.between = missing;
  return out;
}

double theil(std::span<const double> values) {
  return theil(values, std::vector<int>(values.size())).total;
}

}  // namespace tijian::statistics
