// The examples on published figures. Expected numbers are published ones or worked out here by
// hand.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "scored.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const Scored& chaoyang() {
  static const Scored scored("indicators/chaoyang", {"examples/chaoyang/values.csv"});
  return scored;
}

const Scored& districts() {
  static const Scored scored("examples/beijing_districts", {"examples/beijing_districts/data.csv"});
  return scored;
}

/// Indicators with a value in at least one row.
std::set<int> with_values(const Scored& scored) {
  std::set<int> found;
  for (Eigen::Index r = 0; r < scored.table.values.rows(); ++r)
    for (Eigen::Index i = 0; i < scored.table.values.cols(); ++i)
      if (!std::isnan(scored.table.values(r, i))) found.insert(static_cast<int>(i));
  return found;
}

/// Sum of a variable over all places.
double total(const Scored& scored, const std::string& variable) {
  const int v = scored.framework->find_variable(variable);
  for (std::size_t c = 0; c < scored.data.columns.size(); ++c) {
    if (scored.data.columns[c].variable != v) continue;
    double sum = 0;
    for (Eigen::Index r = 0; r < scored.data.values.rows(); ++r) sum += scored.data.values(r, c);
    return sum;
  }
  return std::nan("");
}

}  // namespace

TEST_CASE("Chaoyang's published values belong to 33 of the 134 indicators") {
  CHECK(chaoyang().framework->indicators.size() == 134);
  CHECK(with_values(chaoyang()).size() == 33);
}

TEST_CASE("Every published value has a source, and a confidence that may be shown") {
  const Dataset& data = chaoyang().data;
  REQUIRE(data.source.size() > 0);
  for (Eigen::Index r = 0; r < data.values.rows(); ++r)
    for (Eigen::Index c = 0; c < data.values.cols(); ++c) {
      if (std::isnan(data.values(r, c))) continue;
      REQUIRE(data.source(r, c) >= 0);
      const Source& source = data.sources[data.source(r, c)];
      CHECK(!source.text.empty());
      const std::string& confidence = source.confidence;
      CHECK((confidence == "seed" || confidence.starts_with("cited") ||
             confidence.starts_with("derived-")));
      CHECK(!source.synthetic);
    }
}

TEST_CASE("344.9 against 333.4 is a breach of 3.45 %, not an average") {
  const double residents = chaoyang().value("朝阳区", "2021", "resident_population");
  CHECK(residents == 344.9);
  CHECK(chaoyang().verdict("朝阳区", "2021", "resident_population") == Verdict::breach);
  const int i = chaoyang().framework->find_indicator("resident_population");
  const Judgement judgement =
      judge(chaoyang().framework->indicators[i], residents, *parse_period("2021"));
  CHECK(judgement.limit == 333.4);
  CHECK(judgement.limit_year == 2035);
  // (344.9 - 333.4) / 333.4 = 11.5 / 333.4 = 0.034493
  CHECK((residents - judgement.limit) / judgement.limit * 100 == Approx(3.45).margin(0.005));
  // 100 at the limit, 0 at 10 % above: 100 (1 - 11.5 / 33.34) = 65.5069
  CHECK(chaoyang().score("朝阳区", "2021", "resident_population") == Approx(65.5069).epsilon(1e-5));
}

TEST_CASE("2017 and 2021 of the population make no trend: the older series is not read") {
  const Rows& rows = chaoyang().table.rows;
  const int i = chaoyang().framework->find_indicator("resident_population");
  for (Eigen::Index r = 0; r < rows.size(); ++r)
    if (rows.period[r].year < 2020) CHECK(std::isnan(chaoyang().table.values(r, i)));
}

TEST_CASE("Half of the land reduction is ahead of time, and 22 of 25 ha is 88 %") {
  CHECK(chaoyang().verdict("朝阳区", "2022", "construction_land_net_reduction") == Verdict::ahead);
  CHECK(chaoyang().value("朝阳区", "2022", "land_supply_plan_completion_rate") ==
        Approx(100.0 * 22 / 25));
}

TEST_CASE("The further published values are the indicators' own, each in its year") {
  // 15991.49 ha of green are 48.05 % of 159.9149 / 0.4805 = 332.81 km2.
  CHECK(chaoyang().value("朝阳区", "2022", "urban_green_coverage") ==
        Approx(15991.49 / 100 / 332.81 * 100).margin(0.005));
  CHECK(chaoyang().value("朝阳区", "2023", "fifteen_minute_service_circle_coverage") == 100);
  CHECK(chaoyang().value("朝阳区", "2010", "medical_beds_per_1000") == 4.43);
  CHECK(chaoyang().value("朝阳区", "2010", "physicians_per_1000") == 3.59);
  CHECK(chaoyang().value("朝阳区", "2019", "general_public_budget_revenue") == 536.4);
  CHECK(chaoyang().score("朝阳区", "2023", "fifteen_minute_service_circle_coverage") == 100);
  // 60 + 40 (4.43 - 6.1)/(7 - 6.1) = -14.2, held at 0
  CHECK(chaoyang().score("朝阳区", "2010", "medical_beds_per_1000") == 0);
}

TEST_CASE("Without enough published values there is no score of the district") {
  for (const char* year : {"2015", "2017", "2020", "2021", "2022", "2024"}) {
    CHECK(std::isnan(chaoyang().card.score(chaoyang().row("朝阳区", year), 0)));
    CHECK(chaoyang().card.coverage_of(chaoyang().row("朝阳区", year), 0) < 0.6);
  }
}

TEST_CASE("The sixteen districts add up to the published figures of the city") {
  CHECK(total(districts(), "resident_population") == 21893095);
  CHECK(total(districts(), "households") == 8230792);
  // Published: 41,980 of 100,000 residents with a college diploma or more.
  const double educated = total(districts(), "bachelor_men") +
                          total(districts(), "bachelor_women") + total(districts(), "college_men") +
                          total(districts(), "college_women");
  CHECK(educated / total(districts(), "resident_population") * 100000 == Approx(41980).margin(0.5));
  // Published: an illiteracy of 0.8 % of all residents.
  CHECK(total(districts(), "illiterate_15_up") / total(districts(), "resident_population") ==
        Approx(0.008).margin(0.0005));
}

TEST_CASE("The districts' ratios come from formulas without unit factors") {
  const auto value = [](const char* id) { return districts().value("朝阳区", "2020", id); };
  CHECK(value("housing_area_per_resident") == 35.93);
  CHECK(value("rooms_per_person") == Approx(2.03 / 2.16));
  CHECK(value("lift") == Approx(100.0 * 80436 / 135425));
  CHECK(value("tertiary_share") ==
        Approx(100.0 * (590920 + 641703 + 226764 + 240466) / 3452460));      // 49.236 %
  CHECK(value("illiteracy") == Approx(100.0 * 15008 / (3452460 * 0.8855)));  // 0.4909 %
  CHECK(value("old_age_dependency") == Approx(100.0 * 14.27 / 74.28));       // 19.211 %
  CHECK(value("children_per_elder") == Approx(11.45 / 14.27));
  CHECK(value("one_person_household_share") == Approx(100.0 * 503179 / 1465020));  // 34.346 %
}

TEST_CASE("The districts' scores are min-max over the sixteen, averaged upwards") {
  // Area: 26.25 (东城) to 41.2 (密云). Rooms: 1.97/2.37 (西城) to 3.26/2.38 (延庆).
  const double area = 100 * (35.93 - 26.25) / (41.2 - 26.25);
  const double rooms = 100 * (2.03 / 2.16 - 1.97 / 2.37) / (3.26 / 2.38 - 1.97 / 2.37);
  CHECK(districts().score("朝阳区", "2020", "housing_area_per_resident") == Approx(area));
  CHECK(districts().score("朝阳区", "2020", "rooms_per_person") == Approx(rooms));
  CHECK(districts().score("朝阳区", "2020", "housing") == Approx((area + rooms) / 2));
  // Fewer old people to those of working age is better: 昌平 9.72 / 79.89 = 0.12167 is the lowest,
  // 西城 18.17 / 67.55 = 0.26899 the highest, 东城 18.23 / 67.9 = 0.26848 next to it.
  CHECK(districts().score("昌平区", "2020", "old_age_dependency") == Approx(100));
  CHECK(districts().score("西城区", "2020", "old_age_dependency") == Approx(0).margin(1e-9));
  CHECK(districts().score("东城区", "2020", "old_age_dependency") == Approx(0.3414).margin(0.0001));
}

TEST_CASE("The districts' data are complete, so every place has a score and a rank") {
  const Scorecard& card = districts().card;
  REQUIRE(card.score.rows() == 16);
  std::set<int> ranks;
  for (Eigen::Index r = 0; r < 16; ++r) {
    CHECK(!std::isnan(card.score(r, 0)));
    CHECK(card.coverage_of(r, 0) == Approx(1));
    ranks.insert(card.rank(r, 0));
  }
  CHECK(ranks.size() == 16);
}
