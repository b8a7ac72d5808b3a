// The rules of the domain, each by itself; apply_test and robustness_test hold their users to them.
#include "model/rules.h"

#include <catch2/catch.hpp>

#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

TEST_CASE("enough is the share asked for, or what misses it by rounding only") {
  model::Coverage coverage;
  for (const double weight : {0.1, 0.2, 0.3}) coverage.add(weight, true);
  coverage.add(0.4, false);
  REQUIRE(coverage.have / coverage.all != 0.6);  // 0.1 + 0.2 + 0.3 is no 0.6 in binary
  CHECK(coverage.share() == Approx(0.6));
  CHECK(coverage.enough(0.6));
  CHECK_FALSE(coverage.enough(0.6 + 1e-11));
  CHECK(coverage.enough(0.6 + 5e-13));
  CHECK(coverage.enough(0.6 - 1e-11));
}

TEST_CASE("coverage counts heads or weighs them") {
  MissingRules rules;
  CHECK(model::coverage_weight(rules, 0.25) == 0.25);
  rules.measure = MissingRules::Measure::count;
  CHECK(model::coverage_weight(rules, 0.25) == 1);
  CHECK(model::coverage_weight(rules, 0) == 0);  // what weighs nothing is no head
}

TEST_CASE("of nothing nothing is there, and nothing is asked") {
  CHECK(model::Coverage{}.share() == 0);
  CHECK(model::Coverage{}.enough(1));
}

TEST_CASE("a breach holds a score at six tenths of its scale: what is there itself is not cut") {
  const model::Cap hundred = model::cap_on(0, 100, false);
  CHECK(hundred.at == 60);
  CHECK_FALSE(hundred.passed(60));
  CHECK(hundred.passed(60.000001));
  CHECK_FALSE(hundred.passed(none));
  CHECK(model::cap_on(0, 1, false).at == 0.6);
  CHECK(model::cap_on(1, 100, false).at == Approx(60.4));   // 1 + 0.6 x 99
  const model::Cap mirrored = model::cap_on(0, 100, true);  // less is better: from 40 upwards
  CHECK(mirrored.at == 40);
  CHECK(mirrored.passed(39.9));
  CHECK_FALSE(mirrored.passed(40));
}

TEST_CASE("a limit is broken only where the indicator applies, and by the table's own value") {
  SmallFramework framework;
  framework.category("a");
  Indicator& limited = framework.indicator("limited");
  limited.binding = true;
  limited.standards = {Standard{10, {}, {}, {}}};
  IndicatorTable table = table_of({{9}, {10}, {9}, {none}});
  const int binding[] = {0};
  CHECK(model::breached(framework, table, 0, binding));
  CHECK_FALSE(model::breached(framework, table, 1, binding));
  CHECK_FALSE(model::breached(framework, table, 3, binding));
  CHECK_FALSE(model::breached(framework, table, 0, {}));
  table.applicable.assign(4, 1, true);
  table.applicable(2, 0) = false;
  CHECK(model::breached(framework, table, 0, binding));
  CHECK_FALSE(model::breached(framework, table, 2, binding));
  CHECK(model::verdict_of(framework, table, 2, 0) == Verdict::not_applicable);
}

TEST_CASE("without a word on it every indicator applies everywhere") {
  IndicatorTable table = table_of({{1, 2}, {3, 4}});
  CHECK(table.applies(1, 1));
  table.applicable.assign(2, 2, true);
  table.applicable(0, 1) = false;
  CHECK(table.applies(0, 0));
  CHECK_FALSE(table.applies(0, 1));
}

TEST_CASE("ties are with the first of the group, up or down, within a share of the range") {
  const auto groups = [](std::vector<double> scores) {
    model::Ties ties(scores.front(), scores.back(), 0.01);
    std::vector<double> firsts;
    for (const double score : scores) {
      ties.ends_at(score);
      firsts.push_back(ties.first());
    }
    return firsts;
  };
  // The range is 100, so the slack is 1: 99 ties with 100, 98.5 does not although 99 is near.
  CHECK(groups({100, 99, 98.5, 97.75, 0}) == std::vector<double>{100, 100, 98.5, 98.5, 0});
  CHECK(groups({0, 1, 1.5, 2.5, 100}) == std::vector<double>{0, 0, 1.5, 1.5, 100});
}

TEST_CASE("scores tie within 1e-12 of their range") {
  const std::vector<double> scores{100, 100 - 5e-11, 100 - 2e-10, 100 - 5e-8, 0};
  std::vector<int> ranks(5);
  model::rank_in_order(
      5, [&](std::size_t i) { return scores[i]; },
      [&](std::size_t i, int rank) { ranks[i] = rank; });
  CHECK(ranks == std::vector<int>{1, 1, 3, 4, 5});
}

// 0.1 x 50 + 0.2 x 50 + 0.3 x 50 + 0.4 x 50 by a mean that misses 50 in the last digit.
TEST_CASE("equal scores that miss each other in the last digit tie, however small their range") {
  const std::vector<double> scores{50, 49.99999999999999, 50};
  const std::vector<int> one_group(3, 0);
  CHECK(rank_within(scores, one_group) == std::vector<int>{1, 1, 1});
  const std::vector<double> apart{50, 49.9999999999, 50};
  CHECK(rank_within(apart, one_group) == std::vector<int>{1, 3, 1});
  Node node;
  node.grades = {{"good", {}, 50}, {"poor", {}, 0}};
  CHECK(node.grade(49.99999999999999)->id == "good");
  CHECK(node.grade(49.9999999)->id == "poor");
}

TEST_CASE("ties share the smallest rank, and the next one counts them all") {
  const std::vector<double> scores{9, 7, 7, 7, 5};
  std::vector<int> ranks(5);
  model::rank_in_order(
      5, [&](std::size_t i) { return scores[i]; },
      [&](std::size_t i, int rank) { ranks[i] = rank; });
  CHECK(ranks == std::vector<int>{1, 2, 2, 2, 5});
}
