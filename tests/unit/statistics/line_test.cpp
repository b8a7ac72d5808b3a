#include "statistics/line.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "tijian/diagnostic.h"

using namespace tijian::statistics;

// Means 2018 and 4; sums of squares and products about them 10 and 7.
TEST_CASE("a line through points by least squares") {
  const std::vector<double> x{2016, 2017, 2018, 2019, 2020}, y{3, 2, 6, 3, 6};
  const Line line = fit_line(x, y);
  CHECK(line.n == 5);
  CHECK(line.slope == Approx(0.7));
  CHECK(line.at(2018) == Approx(4));
  CHECK(line.intercept == Approx(4 - 0.7 * 2018));
  // left over 0.4, -1.3, 2, -1.7 and 0.6: squares 9.1
  CHECK(line.residual_sd == Approx(std::sqrt(9.1 / 3)));
  CHECK(line.mean_x == 2018);
  CHECK(line.spread_x == 10);
}

// R's cars (Ezekiel 1930): stopping distance by speed of 50 cars; predict() at 12 and 19 miles an
// hour gives 29.60981 (-1.749529, 60.96915) and 57.13667 (25.761756, 88.511587).
TEST_CASE("a prediction interval of a line") {
  const Line cars{50, 3.93240876, -17.57909489, 15.37958676, 15.4, 1370};
  CHECK(cars.at(12) == Approx(29.60981).margin(5e-6));
  CHECK(PredictionBand(cars).at(12).low == Approx(-1.749529).margin(5e-6));
  CHECK(PredictionBand(cars).at(12).high == Approx(60.96915).margin(5e-6));
  CHECK(cars.at(19) == Approx(57.13667).margin(5e-6));
  CHECK(PredictionBand(cars).at(19).low == Approx(25.761756).margin(5e-6));
  CHECK(PredictionBand(cars).at(19).high == Approx(88.511587).margin(5e-6));
}

TEST_CASE("a prediction is wider away from the points, and for more confidence") {
  const Line line = fit_line(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 3, 2, 4});
  const auto width = [&](double x, double confidence) {
    return PredictionBand(line, confidence).at(x).high - PredictionBand(line, confidence).at(x).low;
  };
  // Slope 0.8, left over -0.3, 0.9, -0.9, 0.3: sd sqrt(1.8 / 2); t of 2 degrees is 4.3027.
  CHECK(width(2.5, 0.95) == Approx(2 * 4.3027 * std::sqrt(0.9) * std::sqrt(1.25)).epsilon(1e-4));
  CHECK(width(5.5, 0.95) ==
        Approx(2 * 4.3027 * std::sqrt(0.9) * std::sqrt(1.25 + 9. / 5)).epsilon(1e-4));
  CHECK(width(2.5, 0.99) == Approx(2 * 9.9248 * std::sqrt(0.9) * std::sqrt(1.25)).epsilon(1e-4));
}

TEST_CASE("a line of few points") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const Line two = fit_line(std::vector<double>{1, none, 2, 3}, std::vector<double>{5, 9, none, 9});
  CHECK(two.n == 2);
  CHECK(two.at(2) == Approx(7));
  CHECK(std::isnan(two.residual_sd));
  CHECK(std::isnan(PredictionBand(two).at(4).low));
  const Line steep = fit_line(std::vector<double>{2, 2, 2}, std::vector<double>{1, 2, 3});
  CHECK(steep.n == 3);
  CHECK(std::isnan(steep.slope));
  CHECK(std::isnan(PredictionBand(steep).at(2).high));
  CHECK(std::isnan(fit_line({}, {}).intercept));
  CHECK_THROWS_AS(fit_line(std::vector<double>{1}, {}), tijian::UsageError);
}
