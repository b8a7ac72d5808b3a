#include <catch2/catch.hpp>

#include "tijian/diagnosis.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

Choice from_to(double zero, double full) {
  return {"linear", {{"zero", {zero}}, {"full", {full}}}};
}

/// Category a: `limited`, a hard limit at most 5; `parks`, a standard of at least 8 and a target of
/// 17 in 2035; `free`, without either.
SmallFramework framework() {
  SmallFramework f;
  f.category("a");
  Indicator& limited = f.indicator("limited");
  limited.direction = Direction::lower;
  limited.binding = true;
  limited.standards = {Standard{{}, 5.0, {}, {}}};
  limited.score = from_to(10, 0);
  Indicator& parks = f.indicator("parks");
  parks.standards = {Standard{8.0, {}, {}, {}}};
  parks.plan = Plan{YearValue{2015, 7}, YearValue{2035, 17}, ""};
  parks.score = from_to(0, 17);
  f.indicator("free").score = from_to(0, 100);
  return f;
}

/// p in 2020 to 2022, and its peers q, r, s in 2022.
Run run_of(const Framework& f, std::initializer_list<std::vector<double>> values) {
  Run run;
  run.framework = std::make_shared<Framework>(f);
  run.table = table_of(values);
  run.table.rows.places = {"p", "q", "r", "s"};
  run.table.rows.place = {0, 0, 0, 1, 2, 3};
  run.table.rows.period = {year(2020), year(2021), year(2022), year(2022), year(2022), year(2022)};
  run.model = fit_or_throw(f, {}, run.table);
  run.card = apply(run.model, run.table);
  return run;
}

Light aspect(const Reading& reading, Aspect which) {
  return reading.aspects[static_cast<std::size_t>(which)];
}

}  // namespace

TEST_CASE("a place is read by limit, standard, plan, past and peers") {
  const Run run =
      run_of(framework(),
             {{6, 9, 10}, {7, 10, 20}, {6, 11, 15}, {4, 7, 30}, {5, 20, 40}, {missing, 12, 50}});
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  CHECK(diagnosis->period == year(2022));
  const Reading& limited = diagnosis->indicators(2, 0);
  CHECK(limited.light == Light::red);
  CHECK(aspect(limited, Aspect::standard) == Light::red);
  CHECK(aspect(limited, Aspect::plan) == Light::no_standard);
  CHECK(limited.last == 7);
  CHECK(limited.last_period == year(2021));
  // 11 of 7 to 17 by 2022: 40 % of the way in 35 % of the time, a little ahead.
  const Reading& parks = diagnosis->indicators(2, 1);
  CHECK(parks.light == Light::green);
  CHECK(aspect(parks, Aspect::plan) == Light::green);
  CHECK(aspect(parks, Aspect::standard) == Light::green);
  CHECK(parks.arrow == Arrow::up);  // 1 a year; (17 - 9)/15 needed
  CHECK(parks.rank == 3);           // of 20, 12, 11, 7
  CHECK(parks.of == 4);
  CHECK(parks.median == 11.5);
  CHECK(parks.quartile[0] == 10);  // 7 + 3/4 of 4
  CHECK(parks.quartile[1] == 14);  // 12 + 1/4 of 8
  CHECK(aspect(parks, Aspect::peers) == Light::yellow);
  const Reading& free = diagnosis->indicators(2, 2);
  CHECK(free.light == Light::no_standard);
  CHECK(aspect(free, Aspect::past) == Light::green);  // 10 to 15
  CHECK(aspect(free, Aspect::peers) == Light::orange);
  CHECK(diagnosis->indicators(5, 0).light == Light::no_data);
  CHECK(aspect(diagnosis->indicators(5, 0), Aspect::past) == Light::no_data);
  CHECK(diagnosis->categories(2, 1).worst[0] == 0);
}

TEST_CASE("problems are told with their kind, and since when") {
  const Run run = run_of(
      framework(),
      {{6, 9, 10}, {missing, 10, 20}, {6, 11, 15}, {4, 7, 30}, {5, 20, 40}, {missing, 12, 50}});
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  const auto& problems = diagnosis->problems;
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].id == "small/p/limited/breach");
  CHECK(problems[0].severity == Light::red);
  CHECK(problems[0].reference == 5);
  CHECK(problems[0].gap == 1);
  CHECK(problems[0].since == year(2020));  // in 2021 nobody measured it
  CHECK(problems[1].id == "small/q/parks/standard");
  CHECK(problems[1].reference == 8);
  CHECK(problems[1].since == year(2022));
  CHECK(problems[2].id == "small/p/free/peers");
  CHECK(problems[2].severity == Light::orange);
  CHECK(problems[2].reference == 35);  // the median of 15, 30, 40, 50
}

// 9, 10, 10.2: Sen's slope 0.6; from 10.2 the 6.8 to 17 take 11.3 years, till 2033.3. 9, 9.1, 9.2:
// 78 years.
TEST_CASE("a target that the present pace misses is orange") {
  for (const bool slow : {false, true}) {
    CAPTURE(slow);
    SmallFramework f = framework();
    f.get().indicators[1].standards.clear();
    f.get().indicators[1].plan->baseline.reset();  // not due
    const double second = slow ? 9.1 : 10, third = slow ? 9.2 : 10.2;
    const Run run = run_of(
        f, {{1, 9, 10}, {1, second, 20}, {1, third, 15}, {1, 20, 30}, {1, 20, 40}, {1, 20, 50}});
    const auto diagnosis = diagnose(run);
    REQUIRE(diagnosis);
    CHECK(diagnosis->indicators(2, 1).light == (slow ? Light::orange : Light::yellow));
    const auto trend = std::ranges::find_if(
        diagnosis->trends, [](const TrendReading& t) { return t.row == 2 && t.indicator == 1; });
    REQUIRE(trend != diagnosis->trends.end());
    CHECK(trend->n == 3);
    CHECK(trend->slope == Approx(slow ? 0.1 : 0.6));
    CHECK(trend->p == Approx(1.0 / 3));
    CHECK(trend->reached == Approx(slow ? 2022 + 78 : 2022 + 6.8 / 0.6));
  }
}

TEST_CASE("a diagnosis refuses what it cannot read") {
  Run run =
      run_of(framework(),
             {{6, 9, 10}, {7, 10, 20}, {6, 11, 15}, {4, 7, 30}, {5, 20, 40}, {missing, 12, 50}});
  const auto unknown = diagnose(run, {.period = "2019"});
  CHECK_FALSE(unknown);
  CHECK(unknown.diagnostics[0].code == "B491");
  run.card = apply(run.model, run.table, {.details = false});
  CHECK_THROWS_AS(diagnose(run), UsageError);
}
