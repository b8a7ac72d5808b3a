#include <catch2/catch.hpp>
#include <cmath>

#include "unit/model/small_framework.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

enum { index_, a, a1, a2, b, b1, b2 };

/// a1 and a2 tell the same; b1 runs against b2, which varies more; weights 1 and 3 within b.
SmallFramework two_pairs() {
  SmallFramework out;
  out.category("a");
  out.indicator("a1");
  out.indicator("a2");
  out.category("b");
  out.indicator("b1", 1);
  out.indicator("b2", 3);
  return out;
}

/// Values from 0 to 100 are their own scores.
Audit audit_of(const IndicatorTable& table, AuditOptions options = {}) {
  options.fewest_rows = 3;
  return audit(fit_or_throw(two_pairs(), {}, table), table, options);
}

const IndicatorTable two_pairs_table =
    table_of({{0, 0, 100, 0}, {50, 60, 50, 50}, {100, 100, 0, 100}, {50, 40, 100, none}});

long flags(const Audit& audit, AuditFlag::Kind kind, int node, int other) {
  long count = 0;
  for (const AuditFlag& flag : audit.flags)
    count += flag.kind == kind && flag.node == node && flag.other == other;
  return count;
}

}  // namespace

// a1: 0 50 100 50, a2: 0 60 100 40. Deviations from 50: (-50, 0, 50, 0), (-50, 10, 50, -10);
// r = 5000/sqrt(5000 * 5200) = 0.98058. b1 and b2 over the three rows of both: -1.
TEST_CASE("correlations of scores, over the rows that have both") {
  const Audit result = audit_of(two_pairs_table);
  CHECK(result.correlation(a1, a2) == Approx(5000 / std::sqrt(5000.0 * 5200)));
  CHECK(result.correlation(b1, b2) == Approx(-1));
  CHECK(result.correlation(a1, a2) == result.correlation(a2, a1));
  CHECK(result.correlation(a1, a1) == 1);
  // Ranks with ties: a1 1 2.5 4 2.5, a2 1 3 4 2; r = 4.5/sqrt(4.5 * 5).
  CHECK(audit_of(two_pairs_table, {.correlation = Correlation::spearman}).correlation(a1, a2) ==
        Approx(4.5 / std::sqrt(4.5 * 5)));
  // Six pairs: five agree, one is tied in a1: tau-b = 5/sqrt(5 * 6).
  CHECK(audit_of(two_pairs_table, {.correlation = Correlation::kendall}).correlation(a1, a2) ==
        Approx(5 / std::sqrt(30.0)));
}

TEST_CASE("collinear, negative and silent indicators are flagged") {
  using Kind = AuditFlag::Kind;
  const Audit result = audit_of(two_pairs_table);
  CHECK(flags(result, Kind::collinear, a1, a2) == 1);
  CHECK(flags(result, Kind::collinear, b1, b2) == 1);
  CHECK(flags(audit_of(two_pairs_table, {.collinear = 0.99}), Kind::collinear, a1, a2) == 0);
  CHECK(flags(result, Kind::negative, b1, b) == 1);
  CHECK(flags(result, Kind::negative, b2, b) == 0);
  for (const AuditFlag& flag : result.flags) CHECK(flag.kind != Kind::silent);

  // With its category, b1 runs against the index.
  SmallFramework uneven = two_pairs();
  uneven.get().nodes[a].weight = 3;
  const IndicatorTable against = table_of({{0, 0, 100, 100}, {50, 50, 50, 50}, {100, 100, 0, 0}});
  const Audit contrary = audit(fit_or_throw(uneven, {}, against), against, {.fewest_rows = 3});
  CHECK(contrary.influence[b1 - 1].with_parent == Approx(1));
  CHECK(flags(contrary, Kind::negative, b1, index_) == 1);
  CHECK(flags(contrary, Kind::negative, b1, b) == 0);
  CHECK(flags(contrary, Kind::negative, a1, index_) == 0);

  // An indicator whose value function gives all the same score moves nothing.
  SmallFramework level = two_pairs();
  level.get().indicators[0].score = linear_score(-10, -1);
  const Audit other =
      audit(fit_or_throw(level, {}, two_pairs_table), two_pairs_table, {.fewest_rows = 3});
  CHECK(flags(other, Kind::silent, a1, index_) == 1);
  CHECK(std::isnan(other.categories[1].loadings[0]));
  CHECK(other.categories[1].loadings[1] == 1);
}

TEST_CASE("two places have no correlations worth a flag") {
  CHECK(audit_of(table_of({{0, 0, 1, 0}, {1, 1, 0, 1}})).flags.empty());
}

TEST_CASE("correlations of fewer than ten rows are counted, not flagged") {
  const Audit few = audit(fit_or_throw(two_pairs(), {}, two_pairs_table), two_pairs_table);
  CHECK(few.flags.empty());
  // a1 with a2 and b2 (1 over three rows), a2 with b1 (-5500/sqrt(5200 x 6875) = -0.92) and b2, b1
  // with b2; b1 against b
  CHECK(few.scarce == 6);
  const Audit enough = audit_of(two_pairs_table);
  CHECK(enough.scarce == 0);
  for (const AuditFlag& flag : enough.flags) CHECK(flag.rows == (flag.other == b2 ? 3 : 4));
}

// Within a: both weigh 1/2; squared correlations with a. a = (0, 55, 100, 45): deviations
// (-50, 5, 50, -5), with a1 (-50, 0, 50, 0): r^2 = 5000^2/(5050 * 5000); with a2: 5100^2/(5050 *
// 5200).
TEST_CASE("stated weight against actual influence") {
  const Audit result = audit_of(two_pairs_table);
  const Influence& first = result.influence[a1 - 1];
  CHECK(first.node == a1);
  CHECK(first.stated == 0.5);
  const double own = 5000.0 / 5050, other = 5100.0 * 5100 / (5050 * 5200.0);
  CHECK(first.with_parent == Approx(std::sqrt(own)));
  CHECK(first.actual == Approx(own / (own + other)));
  CHECK(result.influence[b2 - 1].stated == 0.75);
}

// Of a: variances 5000/3 and 5200/3, covariance 5000/3: alpha = 2 (1 - 10200/20200); components
// of [1 r; r 1]: 1 + r and 1 - r, the first with equal loadings.
TEST_CASE("Cronbach's alpha and components of a category") {
  const Audit result = audit_of(two_pairs_table);
  const CategoryStructure& category = result.categories[1];
  REQUIRE(category.node == a);
  CHECK(category.alpha == Approx(2 * (1 - 10200.0 / 20200)));
  const double r = 5000 / std::sqrt(5000.0 * 5200);
  CHECK(category.eigenvalues[0] == Approx(1 + r));
  CHECK(category.eigenvalues[1] == Approx(1 - r));
  CHECK(category.loadings[0] == Approx(std::sqrt(0.5)));
  CHECK(category.rows == 4);
}

TEST_CASE("statistics of an indicator") {
  const Audit result = audit_of(two_pairs_table);
  const IndicatorStatistics& first = result.indicators[0];  // 0 50 100 50
  CHECK(first.rows == 4);
  CHECK(first.present == 4);
  CHECK(first.nonzero == 3);
  CHECK(first.distinct == 3);
  CHECK(first.share_equal == 0.5);
  CHECK(first.mean == 50);
  CHECK(first.median == 50);
  CHECK(first.sd == Approx(std::sqrt(5000.0 / 3)));
  CHECK(first.skewness == Approx(0).margin(1e-12));
  CHECK(result.indicators[3].share_missing == 0.25);
}

// As in the test of structure: pairs that run against each other, each on two rows of its own.
TEST_CASE("why a category has no alpha") {
  SmallFramework framework;
  framework.category("a");
  for (const char* id : {"a1", "a2", "a3"}) framework.indicator(id);
  framework.category("b");
  framework.indicator("b1");
  const IndicatorTable table = table_of({{0, 100, none, 1},
                                         {100, 0, none, 2},
                                         {none, 0, 100, 3},
                                         {none, 100, 0, 1},
                                         {0, none, 100, 2},
                                         {100, none, 0, 3}});
  const Audit result = audit(fit_or_throw(framework, {}, table), table);
  CHECK(std::isnan(result.categories[1].alpha));
  CHECK(result.categories[1].no_alpha == NoAlpha::no_variance);
  CHECK(result.categories[2].no_alpha == NoAlpha::one_child);
  CHECK(audit_of(two_pairs_table).categories[1].no_alpha == NoAlpha::none);
}

// Scores 0 50 100 of three rows and 0 37.5 100 25 of four: variances 2500 and 1809.9, but of the
// three rows in common a covariance of 2500: alpha would be 2 (1 - 4309.9/9309.9) = 1.07.
TEST_CASE("an alpha above one is none") {
  SmallFramework framework;
  framework.category("a");
  framework.indicator("a1");
  framework.indicator("a2");
  const IndicatorTable table = table_of({{1, 20}, {2, 50}, {3, 100}, {none, 40}});
  const Audit result = audit(fit_or_throw(framework, {}, table), table);
  CHECK(std::isnan(result.categories[1].alpha));
  CHECK(result.categories[1].no_alpha == NoAlpha::contradictory);
}

TEST_CASE("what counts the other way round runs with its parent as that sees it") {
  SmallFramework framework;
  framework.category("less");
  framework.indicator("l");
  framework.category("more");
  framework.indicator("m");
  framework.get().nodes[1].direction = Direction::lower;
  IndicatorTable table = table_of(
      {{0, 11}, {1, 10}, {2, 9}, {3, 8}, {4, 7}, {5, 6}, {6, 5}, {7, 4}, {8, 3}, {9, 2}, {11, 0}});
  const Audit result = audit(fit_or_throw(framework, {}, table), table);
  CHECK(result.flags.size() == 1);  // l and m are collinear; none runs against what is above it
  CHECK(result.flags[0].kind == AuditFlag::Kind::collinear);
  for (const auto& own : result.influence) {
    CHECK(own.with_parent == Approx(1));
    CHECK(own.with_index == Approx(1));
  }
}
