// Frameworks in the way of published indices, written in YAML alone. Places and figures are made
// up, so that every expected number is worked out here by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "scored.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const std::string folder = "tests/golden/public_indices/";

Scored scored(const std::string& name) {
  return {folder + name + ".yaml", {folder + name + ".csv"}};
}

double score(const Scored& s, const char* place, const char* node) {
  return s.score(place, "", node);
}

}  // namespace

TEST_CASE("an index like the SDG Index: fixed bounds, goals filled by the region's mean") {
  const Scored s = scored("sdg");
  CHECK(score(s, "A", "goal_1") == Approx((100 + 80) / 2.0));  // 0 of 72, 10 of 50
  CHECK(score(s, "A", "sdg") == Approx((90 + 50) / 2.0));      // 45 of 90
  CHECK(score(s, "B", "goal_1") == Approx((50 + 0) / 2.0));    // 60 is beyond 50
  CHECK(score(s, "C", "goal_1") == Approx((90 + 25) / 2.0));   // of A and B
  CHECK((s.flags("C", "", "goal_1") & flag_filled) != 0);
  CHECK(score(s, "C", "sdg") == Approx((57.5 + 25) / 2));
  CHECK(score(s, "D", "sdg") == Approx(50));  // without a coast goal 14 does not apply
  CHECK((s.flags("D", "", "goal_14") & flag_not_applicable) != 0);
  CHECK(score(s, "E", "sdg") == Approx(50));  // goal 1 of D, the only other of the south
}

TEST_CASE("an index like the English Indices of Deprivation: ranks of ranks") {
  const Scored s = scored("deprivation");
  // McLennan et al. (2019): R is the rank over the number of places, 1 the most deprived.
  const auto transformed = [](double r) {
    return -23 * std::log(1 - r * (1 - std::exp(-100.0 / 23)));
  };
  const double quarter = transformed(0.25), half = transformed(0.5), three = transformed(0.75);
  CHECK(quarter == Approx(6.518).margin(0.001));
  CHECK(score(s, "A", "income") == Approx(quarter));
  CHECK(score(s, "B", "income") == Approx(100));
  // Before it is ranked, living environment is A 100, D `three`, C (2 half + quarter)/3 and
  // B (2 quarter + half)/3: the places from D down change.
  CHECK(score(s, "A", "living_environment") == Approx(100));
  CHECK(score(s, "D", "living_environment") == Approx(three));
  CHECK(score(s, "C", "living_environment") == Approx(half));
  CHECK(score(s, "B", "living_environment") == Approx(quarter));
  CHECK(score(s, "C", "deprivation") == Approx((22.5 * half + 9.3 * half) / 31.8));
  CHECK(score(s, "B", "deprivation") == Approx((22.5 * 100 + 9.3 * quarter) / 31.8));
}

TEST_CASE("an index like the E-Government Development Index: averages of z-scores onto 0..1") {
  const Scored s = scored("e_government");
  CHECK(score(s, "C", "online_service") == Approx((30 - 10) / 30.0));
  // literacy z: -1, 0, 1; schooling 4, 6, 14: mean 8, s = sqrt((16 + 4 + 36)/2) = sqrt 28
  const double a = -1 - 2 * 4 / std::sqrt(28), b = 0 - 2 * 2 / std::sqrt(28),
               c = 1 + 2 * 6 / std::sqrt(28);
  CHECK(score(s, "A", "human_capital") == Approx(0).margin(1e-12));
  CHECK(score(s, "B", "human_capital") == Approx((b - a) / (c - a)));
  CHECK(score(s, "C", "human_capital") == Approx(1));
  CHECK(score(s, "B", "e_government") == Approx((1 + (b - a) / (c - a)) / 2));
}

TEST_CASE("an index like INFORM: another mean for each node, one decimal after each step") {
  const Scored s = scored("risk");
  CHECK(score(s, "A", "flood") == 5);
  CHECK(score(s, "A", "hospitals") == 8);  // 1 of 5, lower is better
  // 10 - 0.9 x: 5.5 and 7.75; their geometric mean 6.529; (10 - 6.529)/0.9 = 3.857
  CHECK(score(s, "A", "natural_hazard") == 3.9);
  CHECK(score(s, "A", "human_hazard") == 8);  // the greater of 8 and 3
  // 6.49 and 2.8: 4.263; (10 - 4.263)/0.9 = 6.375
  CHECK(score(s, "A", "hazard") == 6.4);
  CHECK(score(s, "A", "vulnerability") == 5.3);  // (2.5 + 8)/2 = 5.25
  CHECK(score(s, "A", "risk") == 5.8);           // sqrt(6.4 x 5.3) = 5.824
  CHECK(score(s, "B", "flood") == 10);           // beyond the bound
  // 1 and 8.2: 2.864; (10 - 2.864)/0.9 = 7.929
  CHECK(score(s, "B", "hazard") == 7.9);
  CHECK(score(s, "B", "risk") == 8.9);  // sqrt(7.9 x 10) = 8.888
  CHECK(score(s, "C", "hazard") == 0);
  CHECK(score(s, "C", "risk") == 0);
}

TEST_CASE("an index like the Corruption Perceptions Index: mean 45, deviation 20, held in 0..100") {
  const Scored s = scored("corruption");
  // source 1: mean 5, s = sqrt(20/10): A 45 - 20 x 3/1.4142 = 2.57
  CHECK(score(s, "A", "source_1") == 3);
  // source 2, lower is better: mean 4, s = sqrt(2/9): A 45 - 20/0.4714 = 2.57, B 87.43
  CHECK(score(s, "A", "source_2") == 3);
  CHECK(score(s, "B", "source_2") == 87);
  // source 3: ten 0 and one 10: mean 10/11, s = 3.0151: K 45 + 60.3, the others 45 - 6.03
  CHECK(score(s, "K", "source_3") == 100);
  CHECK(score(s, "A", "source_3") == 39);
  // source 4: mean 24/9, s = sqrt(4/8): A 45 - 20 x 1.6667/0.7071 = -2.14
  CHECK(score(s, "A", "source_4") == 0);
  CHECK(score(s, "A", "corruption") == 11);        // (3 + 3 + 39 + 0)/4
  CHECK(score(s, "B", "corruption") == 52);        // (31 + 87 + 39)/3, three of four are enough
  CHECK(std::isnan(score(s, "D", "corruption")));  // two are not
}

TEST_CASE("an index like those of Istat's BES: 70..130 around the country, less a penalty") {
  const Scored s = scored("well_being");
  CHECK(score(s, "Country", "well_being") == Approx(100));
  // life: half the range is 2, so 80..84; smoking: 5, so 15..25, lower is better
  CHECK(score(s, "North", "life") == Approx(130));
  CHECK(score(s, "North", "smoking") == Approx(70 + 60 * 0.9));
  CHECK(score(s, "North", "well_being") == Approx(127 - 3 * 3 / 127.0));
  CHECK(score(s, "South", "well_being") == Approx(67 - 3 * 3 / 67.0));  // 70 and 64
}

TEST_CASE("an index like a panel of experts: least numbers of answers, one part mirrored") {
  const Scored s = scored("governance");
  CHECK(score(s, "A", "voice") == 70);             // (80 + 60)/2, two of three answers
  CHECK(score(s, "A", "violence") == 30);          // its own score is as it is,
  CHECK(score(s, "A", "governance") == 70);        // its parent sees 100 - 30: (70 + 70)/2
  CHECK(std::isnan(score(s, "B", "voice")));       // one answer where two are needed
  CHECK(score(s, "B", "governance") == 90);        // three answers below: enough; 100 - 10
  CHECK(std::isnan(score(s, "C", "governance")));  // two answers
  CHECK(score(s, "C", "violence") == 30);
  CHECK(score(s, "D", "governance") == 50);
  CHECK(score(s, "E", "governance") == Approx((40 + 10) / 2.0));  // 40 and 100 - 90
  const int violence = s.card.column(s.node("violence"));
  CHECK(s.card.rank(s.row("B", ""), violence) == 1);  // the least violence is best
  CHECK(s.card.rank(s.row("A", ""), violence) == 2);
  CHECK(s.card.rank(s.row("C", ""), violence) == 2);
  CHECK(s.card.rank(s.row("E", ""), violence) == 4);
}

TEST_CASE("an index like a census deprivation score: weighted z-scores fixed on a base year") {
  const Scored s = scored("prosperity");
  // C has 1000 of the year after; D the mean of the south: logarithms 1, 2, 3, 3 in 2017, with
  // shares of the population of 1/8, 3/8, 2/8, 2/8.
  const double mean = (1 + 3 * 2 + 2 * 3 + 2 * 3) / 8.0;  // 2.375
  const double squares =
      (std::pow(1 - mean, 2) + 3 * std::pow(2 - mean, 2) + 4 * std::pow(3 - mean, 2)) / 8;
  const double sd = std::sqrt(squares / (1 - (1 + 9 + 4 + 4) / 64.0));
  CHECK(sd == Approx(0.820922).margin(1e-6));
  CHECK(s.score("A", "2017", "income") == Approx((1 - mean) / sd));
  CHECK(s.score("B", "2017", "income") == Approx((2 - mean) / sd));
  CHECK(s.score("C", "2017", "income") == Approx((3 - mean) / sd));
  CHECK(s.score("D", "2017", "income") == Approx((3 - mean) / sd));
  CHECK((s.flags("D", "2017", "income") & flag_imputed) != 0);
  CHECK(s.score("A", "2018", "income") == Approx((2 - mean) / sd));  // on the scale of 2017
  CHECK(std::isnan(s.score("B", "2018", "income")));                 // log(0), and told
  CHECK(s.value("A", "2018", "income") == 100);                      // not transformed
  REQUIRE(s.card.diagnostics.size() == 1);
  CHECK(s.card.diagnostics[0].code == "N527");
  CHECK(s.card.diagnostics[0].count == 1);
}

TEST_CASE("an index like CalEnviroScreen: ranks among positives, rounding inside, a product") {
  const Scored s = scored("burden");
  // ozone: 100, 75, 50, 25; lead: B 2 of 2, D 1 of 2, the others 0; waste: A 100, C 50, others 0.
  CHECK(score(s, "A", "ozone") == 100);
  CHECK(score(s, "A", "lead") == 0);
  CHECK(score(s, "D", "lead") == 50);
  CHECK(score(s, "C", "waste") == 50);
  // (exposures + effects/2)/1.5: A (50 + 50)/1.5 = 66.7, B 87.5/1.5 = 58.3, C (25 + 25)/1.5 = 33.3,
  // D 37.5/1.5 = 25, one decimal each; then of the greatest, by 10.
  CHECK(score(s, "A", "pollution") == 10);
  CHECK(score(s, "B", "pollution") == Approx(583 / 66.7).epsilon(1e-12));
  CHECK(score(s, "C", "pollution") == Approx(333 / 66.7).epsilon(1e-12));
  CHECK(score(s, "D", "pollution") == Approx(250 / 66.7).epsilon(1e-12));
  CHECK(score(s, "A", "people") == 2.5);  // 25 of 100
  CHECK(score(s, "A", "burden") == 25);
  CHECK(score(s, "B", "burden") == 65.55);  // 8.7406 x 7.5 = 65.5547
  CHECK(score(s, "C", "burden") == 24.96);  // 4.9925 x 5 = 24.9625
  CHECK(score(s, "D", "burden") == 37.48);  // 3.7481 x 10
  // B, D, A, C: floor(20 (r - 1)/3) + 1 = 1, 7, 14 and, of 20 classes, the last.
  CHECK(s.grade("B", "", "burden") == "1");
  CHECK(s.grade("D", "", "burden") == "7");
  CHECK(s.grade("A", "", "burden") == "14");
  CHECK(s.grade("C", "", "burden") == "20");
  CHECK(s.grade("E", "", "burden").empty());
  // D, B, C, A: ceil(2 r/4)
  CHECK(s.grade("D", "", "people") == "1");
  CHECK(s.grade("B", "", "people") == "1");
  CHECK(s.grade("C", "", "people") == "2");
}

TEST_CASE("the class of a rank, by each convention") {
  using Of = RankClasses::Of;
  const auto classes = [](Of of, int count, int n) {
    std::vector<int> out;
    for (int r = 1; r <= n; ++r) out.push_back(RankClasses{count, of}.of_rank(r, n));
    return out;
  };
  // Seven places in three classes: 3 r/7 is 0.4 0.9 1.3 1.7 2.1 2.6 3.
  CHECK(classes(Of::rank, 3, 7) == std::vector<int>{1, 1, 2, 2, 3, 3, 3});
  CHECK(classes(Of::rank_less_1, 3, 7) == std::vector<int>{1, 1, 1, 2, 2, 3, 3});
  CHECK(classes(Of::rank_less_1_of_rest, 3, 7) == std::vector<int>{1, 1, 2, 2, 3, 3, 3});
  CHECK(classes(Of::rank_less_1_of_rest, 20, 1) == std::vector<int>{1});
  CHECK(RankClasses{10, Of::rank}.of_rank(844, 8440) == 1);  // exactly a tenth
  CHECK(RankClasses{10, Of::rank}.of_rank(845, 8440) == 2);
}
