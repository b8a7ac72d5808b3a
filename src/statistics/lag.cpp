#include "statistics/lag.h"

#include <cmath>

#include "tijian/missing.h"

namespace tijian::statistics {

double difference(double a, double b) { return a - b > 1e-12 * a ? a - b : 0; }

Deviations::Deviations(std::span<const double> values) : z(values.begin(), values.end()) {
  double first = missing, sum = 0;
  for (const double x : values) {
    if (std::isnan(x)) continue;
    if (n++ == 0) first = x;
    sum += x - first;
  }
  const double mean = first + sum / n;  // exactly the value where all are equal
  for (double& x : z) {
    x -= mean;
    if (std::isnan(x)) continue;
    squares += x * x;
    fourth += x * x * x * x;
  }
}

Lag lag(const Deviations& deviations, int place, std::span<const Neighbour> row) {
  Lag out;
  for (const Neighbour& neighbour : row) {
    out.sum += neighbour.weight * deviations.z[neighbour.place];
    out.weights += neighbour.weight;
    out.squared_weights += neighbour.weight * neighbour.weight;
  }
  const double n = deviations.n, z = deviations.z[place];
  out.expected = -z * out.weights / (n - 1);
  if (n > 2)
    out.variance = n / (n - 2) *
                   difference(out.squared_weights, out.weights * out.weights / (n - 1)) *
                   difference(deviations.m2(), z * z / (n - 1));
  return out;
}

int count_islands(const Deviations& deviations, const Neighbours& neighbours) {
  int count = 0;
  for (const int place : neighbours.islands()) count += !std::isnan(deviations.z[place]);
  return count;
}

}  // namespace tijian::statistics
