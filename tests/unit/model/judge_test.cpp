#include <catch2/catch.hpp>

#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

Indicator planned(Direction direction, YearValue from, YearValue to) {
  Indicator indicator;
  indicator.direction = direction;
  indicator.plan = Plan{from, to, "district"};
  return indicator;
}

}  // namespace

TEST_CASE("a binding limit is breached in any year, and the limit's year stands beside") {
  Indicator population = planned(Direction::lower, {2020, 345.2}, {2035, 333.4});
  population.binding = true;
  const Judgement judgement = judge(population, 344.9, year(2021));
  CHECK(judgement.verdict == Verdict::breach);
  CHECK(judgement.limit == 333.4);
  CHECK(judgement.limit_year == 2035);
  CHECK(judge(population, 333.4, year(2021)).verdict == Verdict::achieved);
}

// 7 of 100 公顷 as a percentage is 7.000000000000001.
TEST_CASE("a limit met but for rounding is met") {
  const double share = 7.0 / 100 * 100;
  REQUIRE(share > 7);
  Indicator indicator;
  indicator.direction = Direction::lower;
  indicator.binding = true;
  indicator.standards = {Standard{{}, 7.0, {}, {}}};
  CHECK(judge(indicator, share, year(2022)).verdict == Verdict::met);
  CHECK(judge(indicator, 7.0001, year(2022)).verdict == Verdict::breach);
  Indicator target = planned(Direction::lower, {2020, 9.0}, {2035, 7.0});
  CHECK(judge(target, share, year(2022)).verdict == Verdict::achieved);
  target.direction = Direction::range;
  CHECK(judge(target, share, year(2022)).verdict == Verdict::achieved);
  indicator.direction = Direction::higher;
  indicator.standards = {Standard{7.000000000000001, {}, {}, {}}};
  CHECK(judge(indicator, 7, year(2022)).verdict == Verdict::met);
}

TEST_CASE("the standard is the limit of a binding indicator that has one") {
  Indicator floor_area = planned(Direction::lower, {2020, 2.9}, {2035, 2.5});
  floor_area.standards = {Standard{{}, 2.92, {}, {}}};
  floor_area.binding = true;
  CHECK(judge(floor_area, 2.95, year(2021)).verdict == Verdict::breach);
  CHECK(judge(floor_area, 2.91, year(2021)).verdict == Verdict::reversed);
}

TEST_CASE("a plan is judged by progress against time") {
  // 0 in 2017 to 71 in 2035. By 2022 5/18 = 27.8 % of the time is over: 19.72 is expected.
  const Indicator reduction = planned(Direction::higher, {2017, 0.0}, {2035, 71});
  CHECK(judge(reduction, 35.5, year(2022)).verdict == Verdict::ahead);  // M = 1.80
  CHECK(judge(reduction, 35.5, year(2022)).progress == Approx(0.5));
  CHECK(judge(reduction, 35.5, year(2022)).expected == Approx(5.0 / 18));
  CHECK(judge(reduction, 17, year(2022)).verdict == Verdict::on_course);  // M = 0.862
  CHECK(judge(reduction, 15, year(2022)).verdict == Verdict::behind);     // M = 0.761
  CHECK(judge(reduction, -1, year(2022)).verdict == Verdict::reversed);
  CHECK(judge(reduction, 71, year(2022)).verdict == Verdict::achieved);
  CHECK(judge(reduction, 70, year(2035)).verdict == Verdict::behind);  // the time is over
  CHECK(judge(reduction, -1, year(2035)).verdict == Verdict::reversed);
  CHECK(judge(reduction, 0, year(2017)).verdict == Verdict::not_due);  // nothing expected yet
}

// Three figures of the district's own report have a baseline and a target without a year.
TEST_CASE("a target without a year has no schedule: its progress is told") {
  const Indicator open_end = planned(Direction::higher, {{}, 10.0}, {{}, 30});
  CHECK(judge(open_end, 15, year(2021)).verdict == Verdict::in_progress);
  CHECK(judge(open_end, 15, year(2021)).progress == 0.25);
  CHECK(std::isnan(judge(open_end, 15, year(2021)).expected));
  CHECK(judge(open_end, 9, year(2021)).verdict == Verdict::reversed);
  CHECK(judge(open_end, 30, year(2021)).verdict == Verdict::achieved);
  Indicator task;
  task.plan = Plan{{}, YearValue{{}, 30}, "district"};
  CHECK(judge(task, 15, year(2021)).verdict ==
        Verdict::in_progress);  // not behind: nothing was due
  CHECK(std::isnan(judge(task, 15, year(2021)).progress));
  const Indicator later = planned(Direction::higher, {2022, 10.0}, {{}, 30});
  CHECK(judge(later, 9, year(2021)).verdict == Verdict::in_progress);  // before the baseline
  CHECK(judge(later, 9, year(2022)).verdict == Verdict::in_progress);
  CHECK(judge(later, 9, year(2023)).verdict == Verdict::reversed);
  const Indicator dated = planned(Direction::higher, {2015, 10}, {2035, 30});
  CHECK(judge(dated, 15, Period{}).verdict == Verdict::in_progress);  // when, the data do not say
}

TEST_CASE("a target to come without a baseline is not due") {
  Indicator task;
  task.plan = Plan{{}, YearValue{2035, 30}, "district"};
  CHECK(judge(task, 15, year(2021)).verdict == Verdict::not_due);
  CHECK(judge(task, 15, year(2021)).limit == 30);
  CHECK(judge(task, 15, year(2035)).verdict == Verdict::behind);
  task.standards = {Standard{8.0, {}, {}, {}}};
  CHECK(judge(task, 15, year(2021)).verdict == Verdict::met);  // what there is to judge by
}

TEST_CASE("a judgement tells its limit, what that is and how far off the value is") {
  Indicator shelter = planned(Direction::higher, {2015, 1.0}, {2035, 2});
  shelter.standards = {Standard{1.5, {}, {}, 2030}};
  const Judgement failed = judge(shelter, 1.2, year(2021));
  CHECK(failed.by == Judgement::By::standard);
  CHECK(failed.limit == 1.5);
  CHECK(failed.limit_year == 2030);
  CHECK(failed.gap == Approx(-0.3));
  const Judgement ahead = judge(shelter, 1.8, year(2021));
  CHECK(ahead.by == Judgement::By::target);
  CHECK(ahead.limit == 2);
  CHECK(ahead.gap == Approx(-0.2));
  CHECK(judge(Indicator{}, 1, year(2021)).by == Judgement::By::nothing);
}

TEST_CASE("standards: by edition, not met before anything of the plan") {
  Indicator pm25 = planned(Direction::lower, {2015, 80}, {2035, 30});
  pm25.standards = {Standard{{}, 35.0, {}, 2025}, Standard{{}, 30.0, 2026, {}}};
  CHECK(judge(pm25, 36, year(2021)).verdict == Verdict::not_met);
  CHECK(judge(pm25, 36, year(2021)).limit == 35);
  CHECK(judge(pm25, 34, year(2021)).verdict == Verdict::ahead);
  CHECK(judge(pm25, 34, year(2026)).verdict == Verdict::not_met);
  Indicator shelter;
  shelter.standards = {Standard{1.5, {}, {}, {}}};
  CHECK(judge(shelter, 1.5, year(2021)).verdict == Verdict::met);
  CHECK(judge(shelter, 1.4, year(2021)).verdict == Verdict::not_met);
}

TEST_CASE("no benchmark, no value") {
  CHECK(judge(Indicator{}, 1, year(2021)).verdict == Verdict::no_benchmark);
  CHECK(judge(Indicator{}, none, year(2021)).verdict == Verdict::unknown);
}
