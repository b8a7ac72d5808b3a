#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "method_calls.h"
#include "unit/method/missing.h"

using namespace tijian_tests;
using Eigen::ArrayXd;
using Eigen::ArrayXXd;

namespace {

ArrayXXd rows(std::vector<std::vector<double>> values) {
  ArrayXXd m(values.size(), values[0].size());
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = 0; j < values[i].size(); ++j) m(i, j) = values[i][j];
  return m;
}

double of_row(const Choice& method, std::vector<double> children,
              std::vector<double> weights = {}) {
  return aggregated(method, rows({std::move(children)}), weights).score[0];
}

Choice power(double p) { return choice("power", {{"p", value(p)}}); }
Choice owa(double orness) { return choice("owa", {{"orness", value(orness)}}); }

}  // namespace

TEST_CASE("means share the weights of missing children out") {
  CHECK(of_row(choice("arithmetic"), {10, na, 40}, {1, 5, 2}) == Approx(30));
  CHECK(of_row(choice("geometric"), {2, na, 16}, {2, 5, 1}) == Approx(4));  // cube root of 64
  CHECK(of_row(choice("harmonic"), {2, na, 6}, {1, 5, 1}) == Approx(3));    // 2/(1/2 + 1/6)
  CHECK(of_row(choice("minimum"), {7, na, 3}) == 3);
  for (const char* name : {"arithmetic", "geometric", "harmonic", "minimum", "owa", "ampi"}) {
    INFO(name);
    CHECK(std::isnan(of_row(choice(name), {na, na})));
    CHECK(std::isnan(of_row(choice(name), {5, na}, {0, 1})));  // present, but without weight
  }
}

TEST_CASE("a zero child makes geometric and harmonic means zero") {
  CHECK(of_row(choice("geometric"), {0, 100}) == 0);
  CHECK(of_row(choice("harmonic"), {0, 100}) == 0);
  CHECK(of_row(power(-0.5), {0, 100}) == 0);
  CHECK(of_row(choice("geometric"), {0, 100}, {0, 1}) == 100);
}

TEST_CASE("a negative child makes its row missing, and is counted") {
  const ArrayXXd children = rows({{-1, 4}, {1, 4}, {na, -2}});
  for (const Choice& mean : {choice("geometric"), choice("harmonic"), power(2), choice("ampi")}) {
    INFO(mean.name);
    const Scores scores = aggregated(mean, children);
    CHECK(scores.refused == 2);
    CHECK(std::isnan(scores.score[0]));
    CHECK_FALSE(std::isnan(scores.score[1]));
  }
  CHECK(aggregated(choice("arithmetic"), children).refused == 0);
}

TEST_CASE("the power mean is the others at p = 1, 0, -1, and tends to them") {
  const std::vector<double> x{2, 8, 32}, w{1, 2, 1};
  CHECK(of_row(power(1), x, w) == of_row(choice("arithmetic"), x, w));
  CHECK(of_row(power(0), x, w) == of_row(choice("geometric"), x, w));
  CHECK(of_row(power(-1), x, w) == Approx(of_row(choice("harmonic"), x, w)));
  CHECK(of_row(power(1e-12), x, w) == Approx(8));
  CHECK(of_row(power(2), {1, 7}) == Approx(5));    // sqrt((1 + 49)/2)
  CHECK(of_row(power(0.5), {1, 9}) == Approx(4));  // ((1 + 3)/2)^2
  CHECK(of_row(power(500), x) == Approx(32 * std::pow(1. / 3, 0.002)));
}

TEST_CASE("means neither overflow nor vanish") {
  for (const double unit : {1e307, 1e-307})
    for (const Choice& mean : {choice("arithmetic"), choice("geometric"), choice("harmonic"),
                               choice("minimum"), power(3), power(-3), owa(0.3)}) {
      INFO(mean.name << " " << unit);
      CHECK(of_row(mean, {9 * unit, 9 * unit}, {3, 7}) == 9 * unit);
    }
}

TEST_CASE("OWA runs from the smallest over the mean to the largest") {
  const std::vector<double> x{30, 10, 50};
  CHECK(of_row(owa(0), x) == 10);
  CHECK(of_row(owa(0.5), x) == Approx(30));
  CHECK(of_row(owa(1), x) == 50);
  CHECK(of_row(owa(0.5), x, {1, 2, 1}) == Approx(25));  // importance counts
  const Choice listed = choice("owa", {{"weights", value(std::vector<double>{0.5, 0.3, 0.2})}});
  CHECK(of_row(listed, x) == Approx(36));  // 0.5 50 + 0.3 30 + 0.2 10
  // Two of three present: halves of the second position go to each: 0.65 and 0.35.
  CHECK(of_row(listed, {30, na, 50}) == Approx(0.65 * 50 + 0.35 * 30));
}

TEST_CASE("the inverted geometric mean leans to the greater child") {
  // 10 - 0.9 x: 7.75 and 5.5; (10 - sqrt(42.625))/0.9 = 3.8569, above the mean of 3.75
  const Choice inverted = choice("inverted_geometric", {{"range", value({0.0, 10.0})}});
  CHECK(of_row(inverted, {2.5, 5}) == Approx((10 - std::sqrt(42.625)) / 0.9));
  CHECK(of_row(inverted, {2.5, na, 2.5}) == Approx(2.5));
  CHECK(of_row(inverted, {0, 10}) == Approx((10 - std::sqrt(10)) / 0.9));
  const Scores beyond = aggregated(inverted, rows({{2, 12}, {2, 11}}));  // 10 - 0.9 x 12 < 0
  CHECK(std::isnan(beyond.score[0]));
  CHECK(beyond.score[1] == Approx((10 - std::sqrt(8.2 * 0.1)) / 0.9));
  CHECK(beyond.refused == 1);
}

TEST_CASE("AMPI punishes imbalance") {
  // mean 100, standard deviation 10 over n: 100 - 10 x 10/100
  CHECK(of_row(choice("ampi"), {90, 110}) == Approx(99));
  CHECK(of_row(choice("ampi", {{"penalty", value("plus")}}), {90, 110}) == Approx(101));
  CHECK(of_row(choice("ampi", {{"sd", value("sample")}}), {90, 110}) == Approx(98));
  CHECK(of_row(choice("ampi"), {80, na, 80}) == 80);
}

TEST_CASE("Copeland compares two places only by what both have") {
  // The first beats the second (only the first column compares), the second beats the third by two
  // columns to one, the first ties with the third.
  const ArrayXXd children = rows({{5, na, 1}, {4, 2, na}, {na, 1, 1}});
  const ArrayXd score = aggregated(choice("copeland"), children).score;
  CHECK(score[0] == 1);
  CHECK(score[1] == 0);
  CHECK(score[2] == -1);
  const ArrayXXd alone = rows({{1, 2}, {na, na}, {3, 1}});
  CHECK(std::isnan(aggregated(choice("copeland"), alone).score[1]));
  CHECK(aggregated(choice("copeland"), alone).score[0] == 0);
  CHECK(aggregated(choice("copeland"), alone, {1, 2}).score[0] == 1);
}

TEST_CASE("TOPSIS: distances to the best and the worst") {
  // Column norms 5 and 5. Row 1: best in the second, worst in the first; the columns weigh the
  // same.
  const ArrayXd score = aggregated(choice("topsis"), rows({{3, 4}, {4, 3}})).score;
  CHECK(score[0] == Approx(0.5));
  // With weights 1 and 3 the first row is 3/(1 + 3) near.
  CHECK(aggregated(choice("topsis"), rows({{3, 4}, {4, 3}}), {1, 3}).score[0] == Approx(0.75));
  CHECK(std::isnan(aggregated(choice("topsis"), rows({{3, 4}})).score[0]));
}

TEST_CASE("VIKOR: 1 for the best compromise, 0 for the worst") {
  const ArrayXd score =
      aggregated(choice("vikor"), rows({{1, 0}, {0.5, 0.5}, {0, 1}, {0, 0.5}})).score;
  CHECK(score[1] == Approx(1));                // S 0.5, R 0.25
  CHECK(score[0] == Approx(0.5));              // S 0.5, R 0.5
  CHECK(score[3] == Approx(0).margin(1e-12));  // S 0.75, R 0.5
}

TEST_CASE("the grey grade: one for the best, by distance for the others") {
  // gaps 0, 0; 2, 1 of a largest gap of 2: xi = 1/(2 + 1) and 1/(1 + 1)
  const ArrayXd score = aggregated(choice("grey"), rows({{3, 2}, {1, 1}})).score;
  CHECK(score[0] == 1);
  CHECK(score[1] == Approx((1. / 3 + 1. / 2) / 2));
  CHECK(aggregated(choice("grey"), rows({{3, 2}})).score[0] == 1);
}

TEST_CASE("MPI standardises over the places and punishes imbalance") {
  // z of (1, 2, 3) is 90, 100, 110; rows (90, 110), (100, 100), (110, 90)
  const ArrayXd score = aggregated(choice("mpi"), rows({{1, 30}, {2, 20}, {3, 10}})).score;
  CHECK(score[0] == Approx(99));
  CHECK(score[1] == Approx(100));
  CHECK(score[2] == Approx(99));
}

TEST_CASE("sums and products of complete children are plain, where all weights are one") {
  CHECK(of_row(choice("sum"), {2, 3, 7}) == 12);
  CHECK(of_row(choice("product"), {2, 3, 7}) == 42);
  CHECK(of_row(choice("sum"), {2, 3, 7}, {1, 2, 0.5}) == Approx(11.5));    // 2 + 6 + 3.5
  CHECK(of_row(choice("product"), {2, 3, 4}, {1, 2, 0.5}) == Approx(36));  // 2 x 9 x 2
  CHECK(of_row(choice("sum"), {-2, 3}) == 1);
}

TEST_CASE("a missing child of a sum counts as the mean of the others, of a product likewise") {
  CHECK(of_row(choice("sum"), {2, na, 4}) == Approx(9));              // 2 + 3 + 4
  CHECK(of_row(choice("sum"), {2, na, 4}, {1, 2, 3}) == Approx(21));  // 14/4 is the mean, of 6
  CHECK(of_row(choice("product"), {2, na, 8}) == Approx(64));         // 2 x 4 x 8
  CHECK(of_row(choice("product"), {2, na, 4}, {1, 1, 2}) ==
        Approx(std::pow(32, 4. / 3)));  // (2 x 16)^(4/3)
  for (const char* name : {"sum", "product"}) {
    INFO(name);
    CHECK(std::isnan(of_row(choice(name), {na, na})));
    CHECK(std::isnan(of_row(choice(name), {5, na}, {0, 1})));
  }
}

TEST_CASE("a zero factor makes a product zero, a negative one makes it missing, and is counted") {
  const Scores scores = aggregated(choice("product"), rows({{0, 5}, {-1, 5}, {-1, 0}, {2, 5}}));
  CHECK(scores.score[0] == 0);
  CHECK(std::isnan(scores.score[1]));
  CHECK(std::isnan(scores.score[2]));
  CHECK(scores.score[3] == 10);
  CHECK(scores.refused == 2);
  CHECK(aggregated(choice("sum"), rows({{-1, 5}})).refused == 0);
}

TEST_CASE("a product is there where its factors' own leaves the range of numbers on the way") {
  CHECK(of_row(choice("product"), {1e200, 1e200, 1e-300}) == Approx(1e100).epsilon(1e-12));
  CHECK(of_row(choice("product"), {1e-200, 1e-200, 1e300}) == Approx(1e-100).epsilon(1e-12));
}
