// The report's other scoring systems: indicators/{rail_micro_centre,seven_haves_five_qualities,
// key_area,plan_implementation}. Expected numbers are worked out here by hand.
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "run_program.h"
#include "scored.h"

using namespace tijian;
using namespace tijian_tests;

namespace {

const Scored& stations() {
  static const Scored scored("indicators/rail_micro_centre",
                             {"indicators/rail_micro_centre/data/stations_synthetic.csv"});
  return scored;
}

const Scored& tasks() {
  static const Scored scored("indicators/plan_implementation",
                             {"indicators/plan_implementation/data/limits.csv",
                              "indicators/plan_implementation/data/tasks_synthetic.csv"});
  return scored;
}

std::vector<int> children(const Scored& scored, const std::string& id) {
  return scored.framework->nodes[scored.node(id)].children;
}

bool all_synthetic(const Scored& scored) {
  for (Eigen::Index r = 0; r < scored.card.score.rows(); ++r)
    for (Eigen::Index n = 0; n < scored.card.score.cols(); ++n)
      if (!std::isnan(scored.card.score(r, n)) && !(scored.card.flags(r, n) & flag_synthetic))
        return false;
  return true;
}

}  // namespace

TEST_CASE("Ten stations are marked on access, need and feasibility") {
  CHECK(stations().card.rows.size() == 10);
  CHECK(all_synthetic(stations()));
  // 7.2 of 8; 3 of 3 lines; (500 - 60) / 450; 26.0 / 1.95 = 13.333 of 16
  const double access = 100 * (7.2 / 8 + 1 + 440.0 / 450 + 26.0 / 1.95 / 16) / 4;
  CHECK(stations().score("合成站01", "2022", "access") == Approx(access));
  // shortfall 1 - 6.2/12 = 48.33 of 60 %; 4.6 of 5; 38/95 = 40 of 50 %; 980 / 46 = 21.304 of 30
  const double need =
      100 * ((1 - 6.2 / 12) / 0.6 + 4.6 / 5 + 38.0 / 95 / 0.5 + 980.0 / 46 / 30) / 4;
  CHECK(stations().score("合成站01", "2022", "public_facility_need") == Approx(need));
  CHECK(stations().score("合成站01", "2022", "necessity") == Approx((access + need) / 2));
  // land counts twice: 9/10, 9/10, 8.4/10, 14/20, 5/6
  const double feasibility = 100 * (2 * 0.9 + 0.84 + 0.7 + 5.0 / 6) / 5;
  CHECK(stations().score("合成站01", "2022", "feasibility") == Approx(feasibility));
  CHECK(stations().score("合成站01", "2022", "rail_micro_centre") ==
        Approx(0.6 * (access + need) / 2 + 0.4 * feasibility));
}

TEST_CASE("Thresholds in the YAML place each station in a mode and a phase") {
  const std::vector<std::vector<std::string>> expected = {
      {"合成站01", "integrated_development", "phase_1"},
      {"合成站02", "integrated_development", "phase_3"},
      {"合成站03", "facility_infill", "phase_1"},
      {"合成站04", "reserve", "phase_2"},
      {"合成站05", "facility_infill", "phase_3"},
      {"合成站06", "facility_infill", "phase_1"},
      {"合成站07", "integrated_development", "phase_2"},
      {"合成站08", "reserve", "phase_3"},
      {"合成站09", "integrated_development", "phase_1"},
      {"合成站10", "facility_infill", "phase_2"}};
  for (const auto& station : expected) {
    CHECK(stations().grade(station[0], "2022", "necessity") == station[1]);
    CHECK(stations().grade(station[0], "2022", "feasibility") == station[2]);
  }
}

TEST_CASE("Seven haves and five qualities are twelve aspects of indicators taken from chaoyang") {
  const Scored scored("indicators/seven_haves_five_qualities",
                      {"indicators/seven_haves_five_qualities/data/published.csv"});
  CHECK(children(scored, "seven_haves").size() == 7);
  CHECK(children(scored, "five_qualities").size() == 5);
  CHECK(scored.framework->indicators.size() == 99);
  const Framework chaoyang = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  for (const Indicator& taken : scored.framework->indicators) {
    const int i = chaoyang.find_indicator(taken.id);
    INFO(taken.id);
    REQUIRE(i >= 0);
    CHECK(!taken.tags.empty());
    CHECK(taken.formula == chaoyang.indicators[i].formula);
    CHECK(taken.weight == chaoyang.indicators[i].weight);
  }
  for (const char* thin : {"diversity", "fairness"})
    CHECK(scored.framework->nodes[scored.node(thin)].title.in("en").ends_with("(thin)"));
  CHECK(scored.value("朝阳区", "2021", "pm25_annual_mean") == 34);
}

TEST_CASE("Every tagged indicator of chaoyang serves its first aspect") {
  const Framework chaoyang = load_framework_or_throw(TIJIAN_ROOT "/indicators/chaoyang");
  const Framework aspects =
      load_framework_or_throw(TIJIAN_ROOT "/indicators/seven_haves_five_qualities");
  for (const Indicator& indicator : chaoyang.indicators) {
    INFO(indicator.id);
    const int node = aspects.find_node(indicator.id);
    REQUIRE((node >= 0) == !indicator.tags.empty());
    if (node < 0) continue;
    const std::string aspect = aspects.nodes[aspects.nodes[node].parent].title.in("zh");
    const std::string tag = indicator.tags[0].substr(std::string("七有-").size());
    CHECK(aspect.starts_with(tag));
  }
}

TEST_CASE("The synthetic seven haves score every aspect of the district") {
  const Scored scored(
      "indicators/seven_haves_five_qualities",
      {"indicators/seven_haves_five_qualities/data/district_and_units_synthetic.csv"});
  CHECK(all_synthetic(scored));
  for (const char* group : {"seven_haves", "five_qualities"})
    for (int child : children(scored, group))
      CHECK(
          !std::isnan(scored.card.score(scored.row("朝阳区", "2021"), scored.card.column(child))));
}

TEST_CASE("Key areas have four indices, scored against each other") {
  const Scored scored("indicators/key_area", {"indicators/key_area/data/areas_synthetic.csv"});
  CHECK(children(scored, "key_area").size() == 4);
  CHECK(scored.framework->indicators.size() == 18);
  CHECK(all_synthetic(scored));
  for (Eigen::Index r = 0; r < scored.card.rows.size(); ++r)
    CHECK(scored.card.coverage_of(r, 0) == Approx(1));
  // 4385.51 / 6782.14 of the revenue; 1022 enterprises on 22.37 万人
  CHECK(scored.value("合成重点区A", "2021", "leading_industry_share") ==
        Approx(100 * 4385.51 / 6782.14));
  CHECK(scored.value("合成重点区A", "2021", "high_tech_enterprises_per_10k_jobs") ==
        Approx(1022 / 22.37));
  CHECK(scored.value("合成重点区A", "2021", "jobs_per_hectare") == Approx(223700.0 / 390));
}

TEST_CASE(
    "The plan's programme has four aspects, 19 items and 25 sub-items with placeholder names") {
  const Framework& f = *tasks().framework;
  int items = 0, sub_items = 0;
  CHECK(children(tasks(), "tasks").size() == 4);
  for (int aspect : children(tasks(), "tasks"))
    for (int item : f.nodes[aspect].children) {
      ++items;
      CHECK(f.nodes[item].title.in("en").find("placeholder") != std::string::npos);
      CHECK(f.nodes[item].weight == static_cast<double>(f.nodes[item].children.size()));
      for (int leaf : f.nodes[item].children) {
        ++sub_items;
        CHECK(f.nodes[leaf].title.in("zh").find("占位") != std::string::npos);
      }
    }
  CHECK(items == 19);
  CHECK(sub_items == 25);
}

TEST_CASE("Tasks done do not buy off a limit that is passed") {
  // The 25 completion rates of 2021 sum to 397, and each sub-item weighs the same.
  CHECK(tasks().score("朝阳区", "2021", "tasks") == Approx(397.0 / 25));
  // People 65.5069 and floor area 100 average to 82.75; the breach holds the category at 60.
  CHECK(tasks().verdict("朝阳区", "2021", "resident_population") == Verdict::breach);
  CHECK(tasks().score("朝阳区", "2021", "limits") == Approx(60));
  CHECK(tasks().flags("朝阳区", "2021", "limits") & flag_capped);
  CHECK(tasks().score("朝阳区", "2021", "plan_implementation") ==
        Approx((4 * 397.0 / 25 + 60) / 5));
}

TEST_CASE("Land given up is a limit that moves with the years") {
  CHECK(tasks().verdict("朝阳区", "2022", "land_given_up") == Verdict::ahead);
  const Framework& f = *tasks().framework;
  const Indicator& land = f.indicators[f.find_indicator("land_given_up")];
  const auto verdict = [&](double x, const char* year) {
    return judge(land, x, *parse_period(year)).verdict;
  };
  CHECK(verdict(20, "2021") == Verdict::ahead);   // 20/71 = 0.28 against 4/18 = 0.22
  CHECK(verdict(35, "2023") == Verdict::breach);  // less than the 35.5 of 2022
  CHECK(verdict(36, "2030") == Verdict::behind);  // 0.507 against 13/18 = 0.722
  CHECK(verdict(70, "2035") == Verdict::breach);
  CHECK(verdict(71, "2035") == Verdict::achieved);
}

TEST_CASE("Published limits are not marked synthetic, completion rates are") {
  CHECK(!(tasks().flags("朝阳区", "2021", "resident_population") & flag_synthetic));
  CHECK(tasks().flags("朝阳区", "2021", "task_01_1") & flag_synthetic);
}
