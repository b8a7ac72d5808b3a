#include <catch2/catch.hpp>

#include "unit/diagnosis/survey_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// One share in %, of `answers`.
SmallFramework survey(Direction direction = Direction::higher) {
  SmallFramework f;
  f.category("c");
  f.get().variables.resize(1);
  f.get().variables[0].id = "answers";
  Indicator& happy = f.indicator("happy");
  happy.unit = "%";
  happy.direction = direction;
  happy.interval = IntervalRule{"answers"};
  return f;
}

Light by_peers(const Diagnosis& diagnosis, Index row) {
  return diagnosis.indicators(row, 0).aspects[static_cast<std::size_t>(Aspect::peers)];
}

const std::vector<double> shares_answers{100, 100, 800, 40, 8};

/// Together (65 + 60 + 640 + 30 + 4) of 1048 answers: 76.2405 %. By Wilson's formula p3's 75 % of
/// 40 and p4's 50 % of 8 (21.5 to 78.5) hold it, the others do not: p0's and p1's lie below, p2's
/// 80 % of 800 (77.09 to 82.63) above.
Run five(Direction direction = Direction::higher) {
  return survey_run(survey(direction), {{65}, {60}, {80}, {75}, {50}}, shares_answers);
}

}  // namespace

// PHEindicatormethods: 65 of 100 is 0.552544433 to 0.736357518.
TEST_CASE("a survey's share has Wilson's interval in its own unit") {
  const auto diagnosis = diagnose(five());
  REQUIRE(diagnosis);
  const ShareReading* share = share_at(*diagnosis, 0, 0);
  REQUIRE(share);
  CHECK(share->answers == 100);
  CHECK(share->low == Approx(55.2544433).epsilon(1e-9));
  CHECK(share->high == Approx(73.6357518).epsilon(1e-9));
  CHECK(share->pooled == Approx(100.0 * 799 / 1048).epsilon(1e-12));
}

TEST_CASE("a survey's share is worse than its peers only beyond chance, whatever its rank") {
  const auto diagnosis = diagnose(five());
  REQUIRE(diagnosis);
  CHECK(by_peers(*diagnosis, 0) == Light::orange);
  CHECK(by_peers(*diagnosis, 1) == Light::orange);
  CHECK(by_peers(*diagnosis, 2) == Light::green);
  CHECK(by_peers(*diagnosis, 3) == Light::green);
  CHECK(by_peers(*diagnosis, 4) == Light::green);  // the last by rank
  CHECK(diagnosis->indicators(4, 0).rank == 5);
  const auto lower = diagnose(five(Direction::lower));
  REQUIRE(lower);
  CHECK(by_peers(*lower, 0) == Light::green);
  CHECK(by_peers(*lower, 2) == Light::orange);
  CHECK(by_peers(*lower, 4) == Light::green);
}

TEST_CASE("of no answers, and of what is no share, chance says nothing") {
  const Run run = survey_run(survey(), {{65}, {60}, {80}, {101}, {missing}, {10}},
                             {100, missing, 0, 40, 40, 100});
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  for (Index row = 1; row < 5; ++row) CHECK(share_at(*diagnosis, row, 0) == nullptr);
  CHECK(by_peers(*diagnosis, 1) == Light::no_standard);
  CHECK(by_peers(*diagnosis, 4) == Light::no_data);
  CHECK(share_at(*diagnosis, 0, 0)->pooled == Approx(37.5));  // 75 of 200
  CHECK(by_peers(*diagnosis, 0) == Light::green);
  CHECK(by_peers(*diagnosis, 5) == Light::orange);
  Run without = five();
  without.data = {};
  const auto nothing = diagnose(without);
  REQUIRE(nothing);
  CHECK(nothing->shares.empty());
  CHECK(by_peers(*nothing, 0) == Light::no_standard);
}

TEST_CASE("a share that is alone, or the same everywhere, is no worse than its peers") {
  const auto alone = diagnose(survey_run(survey(), {{65}}, {100}));
  REQUIRE(alone);
  CHECK(std::isnan(share_at(*alone, 0, 0)->pooled));
  CHECK(by_peers(*alone, 0) == Light::no_standard);
  for (const double all : {0.0, 70.0, 100.0}) {
    CAPTURE(all);
    const auto same = diagnose(survey_run(survey(), {{all}, {all}, {all}}, {7, 300, 50000}));
    REQUIRE(same);
    for (Index row = 0; row < 3; ++row) CHECK(by_peers(*same, row) == Light::green);
  }
}

TEST_CASE("shares are kept of the diagnosis's period, the peers' light of every one") {
  Run run = five();
  run.table.rows.places.resize(3);
  run.table.rows.place = {0, 1, 2, 0, 1};
  run.table.rows.period = {year(2021), year(2021), year(2021), year(2022), year(2022)};
  run.data.rows = run.table.rows;
  run.model = fit_or_throw(*run.framework, {}, run.table);
  run.card = apply(run.model, run.table);
  const auto diagnosis = diagnose(run);
  REQUIRE(diagnosis);
  CHECK(share_at(*diagnosis, 0, 0) == nullptr);
  CHECK(share_at(*diagnosis, 3, 0) != nullptr);
  CHECK(by_peers(*diagnosis, 0) == Light::orange);  // 65 % against 765 of 1000
}
