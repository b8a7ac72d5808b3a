#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "method_calls.h"
#include "unit/method/missing.h"

using namespace tijian_tests;
using Eigen::ArrayXd;

namespace {

ArrayXd column(std::vector<double> values) {
  return Eigen::Map<ArrayXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

void check_scores(const ArrayXd& scores, const std::vector<double>& expected) {
  REQUIRE(scores.size() == static_cast<Eigen::Index>(expected.size()));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (std::isnan(expected[i]))
      CHECK(std::isnan(scores[i]));
    else
      CHECK(scores[i] == Approx(expected[i]).margin(1e-12));
  }
}

const Direction lower = Direction::lower;

}  // namespace

TEST_CASE("affine normalisers, by hand") {
  const ArrayXd x = column({2, na, 4, 10});
  check_scores(normalised(choice("min_max"), x), {0, na, 25, 100});
  check_scores(normalised(choice("min_max"), x, lower), {100, na, 75, 0});
  check_scores(normalised(choice("distance_to_max"), x), {0, na, 25, 100});
  check_scores(normalised(choice("fraction_of_max"), x), {0.2, na, 0.4, 1});
  check_scores(normalised(choice("fraction_of_max"), x, lower), {0.8, na, 0.6, 0});
  check_scores(normalised(choice("sum"), x), {0.125, na, 0.25, 0.625});
  check_scores(normalised(choice("efficacy"), x), {60, na, 70, 100});
  check_scores(normalised(choice("efficacy"), x, lower), {100, na, 90, 60});
  check_scores(normalised(choice("vector"), column({3, 4})), {0.6, 0.8});
  check_scores(normalised(choice("vector"), column({3, 4}), lower), {0.4, 0.2});
}

TEST_CASE("z-scores have the mean and deviation asked for") {
  // mean 4, sd sqrt(((4 + 0 + 4)/2)) = 2
  const Choice z = choice("z_score", {{"mean", value(100.0)}, {"sd", value(10.0)}});
  check_scores(normalised(z, column({2, 4, 6})), {90, 100, 110});
  check_scores(normalised(z, column({2, 4, 6}), lower), {110, 100, 90});
  // over n the deviation is sqrt(8/3), so that the ends lie sqrt(3/2) away
  const Choice population = choice("z_score", {{"deviation", value("population")}});
  check_scores(normalised(population, column({2, 4, 6})), {-std::sqrt(1.5), 0, std::sqrt(1.5)});
  const Choice held = choice(
      "z_score", {{"mean", value(95.0)}, {"sd", value(10.0)}, {"range", value({90.0, 100.0})}});
  check_scores(normalised(held, column({2, 4, 6})), {90, 95, 100});
}

TEST_CASE("goalposts clip, and may lie around the mean") {
  FittedColumn fitted(column({2, 4, 12}), Direction::higher);
  fitted.column.low = 4;
  fitted.column.high = 8;
  check_scores(fitted.score(choice("goalposts"), column({2, 5, 12})), {0, 25, 100});
  check_scores(fitted.score(choice("goalposts", {{"clip", value(false)}}), column({2, 5, 12})),
               {-50, 25, 200});
  // mean 6, half the range 5: 1 and 11
  const Choice around = choice("goalposts", {{"around", value("mean")}, {"clip", value(false)}});
  check_scores(normalised(around, column({2, 4, 12})), {10, 30, 110});
  // a place at 4: -1 and 9
  fitted.column.reference = 4;
  const Choice place = choice("goalposts", {{"around", value("place")}, {"clip", value(false)}});
  check_scores(fitted.score(place, column({2, 4, 12})), {30, 50, 130});
}

TEST_CASE("distances to a target and to a reference place") {
  FittedColumn up(column({2, 4, 12}), Direction::higher);
  up.column.target = up.column.reference = 6;
  check_scores(up.score(choice("distance_to_target"), column({2, 4, 12})), {0, 50, 100});
  check_scores(up.score(choice("distance_to_target", {{"cap", value(false)}}), column({2, 4, 12})),
               {0, 50, 250});
  check_scores(up.score(choice("distance_to_reference"), column({2, 4, 12})), {0, 50, 250});
  FittedColumn down(column({2, 4, 12}), lower);
  down.column.target = 4;
  check_scores(down.score(choice("distance_to_target"), column({2, 4, 12})), {100, 100, 0});
  down.column.target = 13;  // even the worst place is there
  check_scores(down.score(choice("distance_to_target"), column({2, 4, 12})), {100, 100, 100});
  FittedColumn none(column({2, 4, 12}), Direction::higher);
  check_scores(none.score(choice("distance_to_target"), column({2, 4, 12})), {na, na, na});
}

TEST_CASE("efficacy takes the standard and the target where there are any") {
  FittedColumn fitted(column({2, 4, 12}), Direction::higher);
  fitted.column.pass = 4;
  fitted.column.target = 8;
  check_scores(fitted.score(choice("efficacy"), column({2, 4, 7, 12})), {40, 60, 90, 100});
}

TEST_CASE("ranks by order, ties sharing the smallest") {
  const ArrayXd x = column({5, 1, 5, na, 9});
  check_scores(normalised(choice("rank"), x), {2, 1, 2, na, 4});
  check_scores(normalised(choice("rank"), x, lower), {2, 4, 2, na, 1});
  check_scores(normalised(choice("borda"), x), {1, 0, 1, na, 3});
  check_scores(normalised(choice("borda", {{"ties", value("average")}}), x), {1.5, 0, 1.5, na, 3});
  check_scores(normalised(choice("percentile_rank"), x), {100. / 3, 0, 100. / 3, na, 100});
  check_scores(normalised(choice("percentile_rank", {{"ties", value("max")}}), x),
               {200. / 3, 0, 200. / 3, na, 100});
}

TEST_CASE("new values rank between the reference values, never beyond them") {
  const FittedColumn fitted(column({10, 20, 40}), Direction::higher);
  check_scores(fitted.score(choice("percentile_rank"), column({5, 10, 15, 20, 25, 40, 99})),
               {0, 0, 25, 50, 62.5, 100, 100});
}

TEST_CASE("the exponential transform of the English indices of deprivation") {
  // E = -23 ln(1 - R (1 - exp(-100/23))): R = 1 gives 100, R = 1/2 gives -23 ln 0.506468 = 15.6468
  check_scores(normalised(choice("exponential_rank"), column({1, 2})),
               {-23 * std::log(0.5 + 0.5 * std::exp(-100. / 23)), 100});
  CHECK(normalised(choice("exponential_rank"), column({1, 2}))[0] ==
        Approx(15.6468).margin(0.0001));
}

TEST_CASE("van der Waerden scores: normal quantiles of rank/(n + 1)") {
  // quantiles of 1/4, 1/2, 3/4: tables of the standard normal give 0.67448975
  check_scores(normalised(choice("van_der_waerden"), column({10, 30, 20})).round().eval(),
               {-1, 1, 0});
  CHECK(normalised(choice("van_der_waerden"), column({10, 30, 20}))[1] ==
        Approx(0.6744897501960817).epsilon(1e-12));
  CHECK(normalised(choice("van_der_waerden"), column({10, 30, 20}), lower)[1] ==
        Approx(-0.6744897501960817).epsilon(1e-12));
}

TEST_CASE("normal scores: the mean is at the middle") {
  // z = -1, 0, 1; Phi(1) = 0.841344746068543
  check_scores(normalised(choice("normal_score"), column({2, 4, 6})),
               {15.8655253931457, 50, 84.1344746068543});
  check_scores(normalised(choice("normal_score"), column({2, 4, na}), lower).head(2).eval(),
               {100 - 100 * 0.5 * std::erfc(0.5), 100 * 0.5 * std::erfc(0.5)});
}

TEST_CASE("none leaves values as they are, and turns them where lower is better") {
  const ArrayXd x = column({2, na, -4, 1e300, 0.1});
  CHECK(normalised(choice("none"), x)[3] == 1e300);
  check_scores(normalised(choice("none"), column({2, na, -4, 0.1})), {2, na, -4, 0.1});
  check_scores(normalised(choice("none"), column({2, na, -4, 0.1}), lower), {-2, na, 4, -0.1});
  const FittedColumn fitted(column({0, 1}), Direction::higher);
  check_scores(fitted.score(choice("none"), column({-70, 90})), {-70, 90});
}

TEST_CASE("fractions of the maximum go onto a range") {
  const Choice hundred = choice("fraction_of_max", {{"range", value({20.0, 100.0})}});
  check_scores(normalised(hundred, column({2, na, 4, 10})), {36, na, 52, 100});
  check_scores(normalised(hundred, column({2, na, 4, 10}), lower), {84, na, 68, 20});
  check_scores(normalised(choice("fraction_of_max"), column({-5, -1})), {na, na});
  CHECK(normalised(choice("fraction_of_max"), column({7, 49}))[1] == 1);
}

namespace {

Choice placed(const char* name, const char* of) { return choice(name, {{"of", value(of)}}); }
Choice above(const char* name, double limit) { return choice(name, {{"above", value(limit)}}); }

}  // namespace

TEST_CASE("percentile ranks by any of the positions") {
  const ArrayXd x = column({30, 10, 20, 40});
  check_scores(normalised(placed("percentile_rank", "rank/n"), x), {75, 25, 50, 100});
  check_scores(normalised(placed("percentile_rank", "(rank-1)/n"), x), {50, 0, 25, 75});
  check_scores(normalised(placed("percentile_rank", "(rank-1)/(n-1)"), x),
               {200. / 3, 0, 100. / 3, 100});
  check_scores(normalised(placed("percentile_rank", "(rank-0.5)/n"), x), {62.5, 12.5, 37.5, 87.5});
  check_scores(normalised(placed("percentile_rank", "rank/n"), x, lower), {50, 100, 75, 25});
}

TEST_CASE("the exponential transform with ranks from the top: (N - r)/N and (N - r + 1)/N") {
  const auto transformed = [](double share) {
    return -23 * std::log(1 - share * (1 - std::exp(-100. / 23)));
  };
  const ArrayXd x = column({1, 2, 3, 4});  // r = 4, 3, 2, 1 from the top
  check_scores(normalised(placed("exponential_rank", "(rank-1)/n"), x),
               {0, transformed(0.25), transformed(0.5), transformed(0.75)});
  check_scores(normalised(placed("exponential_rank", "rank/n"), x),
               {transformed(0.25), transformed(0.5), transformed(0.75), 100});
  check_scores(normalised(placed("exponential_rank", "(rank-1)/(n-1)"), x),
               {0, transformed(1. / 3), transformed(2. / 3), 100});
}

TEST_CASE("normal quantiles of (rank - 0.5)/n") {
  // of 1/4 and 3/4: -0.67448975 and 0.67448975 (tables of the standard normal)
  check_scores(normalised(placed("van_der_waerden", "(rank-0.5)/n"), column({1, 2})),
               {-0.6744897501960817, 0.6744897501960817});
}

TEST_CASE("ranks among the values above a number, the others at the low end") {
  const ArrayXd x = column({0, 3, 0, na, 7, 5, 0});  // above 0: 3, 5, 7
  check_scores(normalised(above("percentile_rank", 0), x), {0, 0, 0, na, 100, 50, 0});
  check_scores(normalised(above("rank", 0), x), {0, 1, 0, na, 3, 2, 0});
  check_scores(normalised(above("borda", 0), x), {0, 0, 0, na, 2, 1, 0});
  const double half = -23 * std::log(1 - 2. / 3 * (1 - std::exp(-100. / 23)));
  check_scores(normalised(above("exponential_rank", 0), x).tail(3).eval(), {100, half, 0});
  check_scores(normalised(above("rank", 0), x, lower), {0, 3, 0, na, 1, 2, 0});
  check_scores(normalised(choice("percentile_rank", {{"above", value(3.0)},
                                                     {"of", value("rank/n")},
                                                     {"range", value({1.0, 5.0})}}),
                          x),
               {1, 1, 1, na, 5, 3, 1});
  const FittedColumn fitted(x, Direction::higher);  // new values: between those above, never beyond
  check_scores(fitted.score(above("percentile_rank", 0), column({-4, 1, 4, 99})), {0, 0, 25, 100});
}

TEST_CASE("a lone value above is the best, and without one nobody has a rank") {
  check_scores(normalised(above("percentile_rank", 5), column({1, 9, 2})), {0, 100, 0});
  check_scores(normalised(above("exponential_rank", 5), column({1, 9, 2})), {0, 100, 0});
  check_scores(
      normalised(choice("percentile_rank", {{"above", value(5.0)}, {"of", value("(rank-1)/n")}}),
                 column({1, 9, 2})),
      {0, 0, 0});
  check_scores(normalised(above("rank", 5), column({1, 3, 2})), {0, 0, 0});
  const FittedColumn none_above(column({1, 3, 2}), Direction::higher);
  check_scores(none_above.score(above("percentile_rank", 5), column({9, 1})), {0, 0});
}
