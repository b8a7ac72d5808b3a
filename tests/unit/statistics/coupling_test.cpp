#include "statistics/coupling.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"

using namespace tijian::statistics;
using tijian::missing;

namespace {

using Scores = std::vector<double>;

Coupling equal(const Scores& scores, CouplingForm form) {
  return coupling(scores, Scores(scores.size(), 1.0), form);
}

}  // namespace

// Six places and three subsystems of zhjx19/mathmodels, with the modified form of Wang et al. 2021.
TEST_CASE("Coupling coordination of three subsystems") {
  const double s1[]{.0162, .1782, .5490, .6730, .0207, .9875};
  const double s2[]{.2720, .6824, .0593, .4812, .8891, .5573};
  const double s3[]{.2655, .3721, .5729, .9082, .2017, .8984};
  const double standard[]{.571, .867, .674, .967, .418, .971};
  const double c[]{.447208, .500510, .455091, .669497, .174932, .714870};
  const double d[]{.274, .440, .432, .678, .242, .771};
  for (int i = 0; i < 6; ++i) {
    const Scores scores{s1[i], s2[i], s3[i]};
    const Coupling modified = coupling(scores, Scores{.4, .3, .3}, CouplingForm::modified);
    CHECK(modified.coupling == Approx(c[i]).margin(5e-7));
    CHECK(modified.coordination == Approx(d[i]).margin(5e-4));
    CHECK(equal(scores, CouplingForm::standard).coupling == Approx(standard[i]).margin(5e-4));
  }
}

// 0.2 and 0.8: geometric mean 0.4, arithmetic 0.5; modified: sqrt((1 - 0.6) * 0.2 / 0.8).
TEST_CASE("Coupling coordination of two subsystems") {
  const Scores scores{0.2, 0.8};
  const Coupling standard = coupling(scores, Scores{3, 1}, CouplingForm::standard);
  CHECK(standard.coupling == Approx(0.8));
  CHECK(standard.development == Approx(0.35));
  CHECK(standard.coordination == Approx(std::sqrt(0.8 * 0.35)));
  CHECK(equal(scores, CouplingForm::modified).coupling == Approx(std::sqrt(0.1)));
}

TEST_CASE("Subsystems alike couple fully, those of score 0 not at all") {
  const auto form = GENERATE(CouplingForm::standard, CouplingForm::modified);
  CHECK(equal({0.3, 0.3, 0.3}, form).coupling == Approx(1));
  CHECK(equal({0.3, 0.3, 0.3}, form).coordination == Approx(std::sqrt(0.3)));
  CHECK(equal({0, 1, 1}, form).coordination == 0);
  CHECK(equal({0, 1, 1}, form).development == Approx(2.0 / 3));
  CHECK(equal({0, 0}, form).coupling == 0);
  CHECK(equal({0, 0}, form).coordination == 0);
}

TEST_CASE("Many small scores do not vanish in their product") {
  CHECK(equal(Scores(40, 1e-9), CouplingForm::standard).coupling == Approx(1));
  CHECK(equal(Scores(40, 1e-9), CouplingForm::standard).coupling <= 1);
}

TEST_CASE("Coupling of what is no score is missing") {
  const auto form = GENERATE(CouplingForm::standard, CouplingForm::modified);
  for (const Scores& bad : {Scores{0.5, missing}, Scores{0.5, 1.1}, Scores{-0.1, 0.5}}) {
    CHECK(std::isnan(equal(bad, form).coupling));
    CHECK(std::isnan(equal(bad, form).development));
    CHECK(std::isnan(equal(bad, form).coordination));
  }
  for (const Scores& bad : {Scores{1, missing}, Scores{2, -1}, Scores{0, 0}, Scores{1, HUGE_VAL}})
    CHECK(std::isnan(coupling(Scores{0.5, 0.6}, bad, form).coupling));
  CHECK_THROWS_AS(coupling(Scores{0.5}, Scores{1}, form), tijian::UsageError);
  CHECK_THROWS_AS(coupling(Scores{0.5, 0.6}, Scores{1}, form), tijian::UsageError);
}

TEST_CASE("Grades of coupling coordination hold their lower end") {
  CHECK(coupling_grade(0) == 0);
  CHECK(coupling_grade(0.0999) == 0);
  CHECK(coupling_grade(0.1) == 1);
  CHECK(coupling_grade(0.6 - 1e-15) == 6);
  CHECK(coupling_grade(0.6 - 1e-9) == 5);
  CHECK(coupling_grade(0.9) == 9);
  CHECK(coupling_grade(1) == 9);
  CHECK(coupling_grade(missing) == -1);
  CHECK(coupling_grades()[0].name.in("zh") == "极度失调");
  CHECK(coupling_grades()[5].name.in("zh") == "勉强协调");
  CHECK(coupling_grades()[9].name.in("zh") == "优质协调");
}
