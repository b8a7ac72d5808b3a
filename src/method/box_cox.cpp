#include "method/box_cox.h"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <vector>

namespace tijian::method {
namespace {

/// ln of the variance of ((z^lambda - 1)/lambda): where the mean of ln z is zero, its smallest has
/// the greatest likelihood.
double log_variance(const std::vector<double>& log_z, double lambda) {
  double sum = 0, squares = 0;
  const double n = static_cast<double>(log_z.size());
  for (const double z : log_z) sum += box_cox_of_log(z, lambda) / n;
  for (const double z : log_z) {
    const double d = box_cox_of_log(z, lambda) - sum;
    squares += d * d / n;
  }
  return std::log(squares);
}

/// lambda within -5..5, and less where powers would overflow.
double best_lambda(const std::vector<double>& log_z) {
  double reach = 0;
  for (const double z : log_z) reach = std::max(reach, std::abs(z));
  const double bound = std::min(5.0, 300 / reach);
  return boost::math::tools::brent_find_minima(
             [&](double lambda) { return log_variance(log_z, lambda); }, -bound, bound, 30)
      .first;
}

}  // namespace

double log_distance(double x, double shift) {
  const double d = x - shift;
  return std::isfinite(d) ? std::log(d) : std::log(x / 2 - shift / 2) + std::log(2.0);
}

double box_cox_of_log(double log_z, double lambda) {
  return lambda == 0 ? log_z : std::expm1(lambda * log_z) / lambda;
}

Treatment fit_box_cox(std::span<const double> sorted) {
  Treatment t;
  t.method = "box_cox";
  t.low = sorted.front();  // below the reference's smallest there may be no power
  if (t.low <= 0) t.shift = t.low - (0.01 * sorted.back() - 0.01 * t.low);
  std::vector<double> log_z;
  double mean = 0;
  for (const double x : sorted) {
    const double d = x - t.shift;
    log_z.push_back(std::isfinite(d) ? std::log(d) : std::log(x / 2 - t.shift / 2) + std::log(2.0));
    mean += log_z.back() / static_cast<double>(sorted.size());
  }
  for (double& z : log_z) z -= mean;
  t.lambda = best_lambda(log_z);
  t.scale = std::exp(mean);
  return t;
}

}  // namespace tijian::method
