#include "statistics/moran.h"

#include <Eigen/Core>
#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/diagnostic.h"
#include "unit/statistics/listed_neighbours.h"
#include "unit/statistics/permuted.h"

using namespace tijian::statistics;
using tijian::missing;
using tijian_tests::listed_neighbours;
using tijian_tests::over_permutations;
using tijian_tests::reference_table;
using Values = std::vector<double>;

namespace {

// Six places with weights that differ by direction; 5 is an island.
const Neighbours uneven(
    6,
    std::vector<NeighbourPair>{
        {0, 1, 1}, {0, 2, 3}, {1, 0, 2}, {2, 1, 1}, {2, 3, 1}, {2, 4, 5}, {3, 4, 1}, {4, 0, 2}},
    Symmetry::as_given);
const Values six{2, 7, 1, 8, 2.5, 18};

/// Moran's I as it is defined, with row-standardised weights.
double defined_moran(const Values& x) {
  const double n = static_cast<double>(x.size());
  const double mean = std::accumulate(x.begin(), x.end(), 0.0) / n;
  double products = 0, weights = 0, squares = 0;
  for (int i = 0; i < static_cast<int>(x.size()); ++i) {
    double row = 0;
    for (const auto& [j, w] : uneven.of(i)) row += w;
    for (const auto& [j, w] : uneven.of(i)) {
      products += w / row * (x[i] - mean) * (x[j] - mean);
      weights += w / row;
    }
    squares += (x[i] - mean) * (x[i] - mean);
  }
  return n / weights * products / squares;
}

}  // namespace

// Anselin's example, as libpysal and esda publish it.
TEST_CASE("Moran's I of crime in Columbus") {
  const auto columbus = reference_table("diagnosis/columbus.csv");
  const Moran m = moran(columbus.column("crime"), listed_neighbours(columbus));
  CHECK(m.i == Approx(0.500188557).margin(5e-10));
  CHECK(m.expected == Approx(-1.0 / 48));
  CHECK(m.variance_randomised == Approx(0.008689289).margin(5e-10));
  CHECK(m.z_randomised == Approx(5.5894).margin(5e-5));
  CHECK(m.places == 49);
  CHECK(m.islands == 0);
}

TEST_CASE("Moran's expectation and variance are those over all permutations, with an island") {
  const Moran m = moran(six, uneven);
  const auto exact = over_permutations(six, defined_moran);
  CHECK(m.i == Approx(defined_moran(six)));
  CHECK(m.expected == Approx(exact.mean));
  CHECK(m.variance_randomised == Approx(exact.variance));
  CHECK(m.z_randomised == Approx((defined_moran(six) - exact.mean) / std::sqrt(exact.variance)));
  CHECK(m.places == 6);
  CHECK(m.islands == 1);
}

// I is a ratio of quadratic forms, independent of its denominator for normal values: with A the
// weights' symmetric part, centred both ways, E z'Az = tr A, E (z'Az)^2 = (tr A)^2 + 2 tr A^2, and
// E z'z = n - 1, E (z'z)^2 = (n - 1)(n + 1).
TEST_CASE("Moran's variance under normality is that of a ratio of quadratic forms") {
  Eigen::MatrixXd w = Eigen::MatrixXd::Zero(6, 6);
  const Neighbours standardised = uneven.standardised();
  for (int i = 0; i < 6; ++i)
    for (const auto& [j, weight] : standardised.of(i)) w(i, j) = weight;
  const Eigen::MatrixXd centring =
      Eigen::MatrixXd::Identity(6, 6) - Eigen::MatrixXd::Constant(6, 6, 1.0 / 6);
  const Eigen::MatrixXd a = centring * (w + w.transpose()) / 2 * centring;
  const double scale = 6 / w.sum(), trace = a.trace();
  const double mean = scale * trace / 5;
  const double square = scale * scale * (trace * trace + 2 * (a * a).trace()) / 35;
  const Moran m = moran(six, uneven);
  CHECK(m.expected == Approx(mean));
  CHECK(m.variance_normal == Approx(square - mean * mean));
  CHECK(m.z_normal == Approx((m.i - mean) / std::sqrt(square - mean * mean)));
}

// 1 2 4 in a chain, weights 1: z = -4/3, -1/3, 5/3; I = 3/4 * 2 (4/9 - 5/9) / (42/9).
TEST_CASE("Moran's I of weights as they are") {
  const Neighbours chain(3, std::vector<NeighbourPair>{{0, 1}, {1, 2}});
  const Moran m = moran(Values{1, 2, 4}, chain, RowWeights::as_given);
  CHECK(m.i == Approx(-1.0 / 28));
  CHECK(m.expected == Approx(-0.5));
  CHECK(std::isnan(m.variance_randomised));
  CHECK(std::isnan(m.variance_normal));
}

// Without the place, its neighbours' rows sum to 1 again, and 3, which had no other, is an island.
TEST_CASE("Moran's I leaves places without a value out") {
  const std::vector<NeighbourPair> pairs{{0, 1}, {1, 2}, {2, 3}, {0, 3}, {0, 4}, {4, 5}, {4, 1}};
  const std::vector<NeighbourPair> kept{{0, 1}, {1, 2}, {2, 3}, {0, 3}};
  const Moran gap = moran(Values{3, 1, 4, 1.5, missing, 9}, Neighbours(6, pairs));
  const Moran whole = moran(Values{3, 1, 4, 1.5, 9}, Neighbours(5, kept));
  CHECK(gap.i == Approx(whole.i));
  CHECK(gap.variance_normal == Approx(whole.variance_normal));
  CHECK(gap.places == 5);
  CHECK(gap.islands == 1);
}

// All are neighbours of all: I is -1/(n - 1) for any values.
TEST_CASE("Moran's z is missing where I cannot differ") {
  const RowWeights weights = GENERATE(RowWeights::standardised, RowWeights::as_given);
  for (int n = 4; n < 20; ++n) {
    std::vector<NeighbourPair> pairs;
    Values values;
    for (int i = 0; i < n; ++i) {
      values.push_back(0.1 * i * i);
      for (int j = 0; j < i; ++j) pairs.push_back({i, j});
    }
    const Moran m = moran(values, Neighbours(n, pairs), weights);
    CHECK(m.i == Approx(-1.0 / (n - 1)));
    CHECK(m.variance_normal == 0);
    CHECK(m.variance_randomised == 0);
    CHECK(std::isnan(m.z_normal));
    CHECK(std::isnan(m.z_randomised));
  }
}

TEST_CASE("Moran's I is missing where all is alike or nobody has neighbours") {
  CHECK(std::isnan(moran(Values(6, 0.1), uneven).i));
  CHECK(std::isnan(moran(Values(6, 0.1), uneven).expected));
  const Moran islands = moran(six, Neighbours(6, {}));
  CHECK(std::isnan(islands.i));
  CHECK(std::isnan(islands.expected));
  CHECK(islands.islands == 6);
  CHECK(std::isnan(moran({}, Neighbours()).i));
  CHECK_THROWS_AS(moran(Values(5), uneven), tijian::UsageError);
}
