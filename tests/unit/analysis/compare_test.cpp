#include <catch2/catch.hpp>
#include <cmath>

#include "unit/model/small_framework.h"
#include "value_choices.h"

using namespace tijian;
using namespace tijian::testing;
using namespace tijian_tests;

namespace {

/// Values from 0 to 100 are their own scores.
Indicator& own_score(Indicator& indicator) {
  indicator.score = linear_score(0, 100);
  return indicator;
}

/// a (weight 1) <- a1 (1), a2 (3); b (weight 1) <- b1. Indices 1 and 75 % of it in a.
SmallFramework framework() {
  SmallFramework out;
  out.category("a");
  own_score(out.indicator("a1"));
  own_score(out.indicator("a2", 3));
  out.category("b");
  own_score(out.indicator("b1"));
  return out;
}

double amount(const Move& move, const std::string& node, Cause cause) {
  for (const Contribution& c : move.contributions)
    if (c.node == node && c.cause == cause) return c.amount;
  return 0;
}

double sum(const Move& move) {
  double out = 0;
  for (const Contribution& c : move.contributions) out += c.amount;
  return out;
}

bool has(const Move& move, Cause cause) {
  for (const Contribution& c : move.contributions)
    if (c.cause == cause) return true;
  return false;
}

Move first_move(const Framework& fa, const Method& ma, const IndicatorTable& ta,
                const Framework& fb, const Method& mb, const IndicatorTable& tb) {
  const Model a = fit_or_throw(fa, ma, ta), b = fit_or_throw(fb, mb, tb);
  const Comparison result = compare({a, ta}, {b, tb});
  REQUIRE(!result.moves.empty());
  CHECK(sum(result.moves[0]) == Approx(result.moves[0].change()).margin(1e-9));
  return result.moves[0];
}

Method with_mean(const char* name) {
  Method method;
  method.aggregate = {{.mean = {name, {}}}};
  return method;
}

}  // namespace

// a1 40 -> 60 at 1/4 of a, a at 1/2: +2.5. b1 50 -> 40 at 1/2: -5.
TEST_CASE("values under an arithmetic mean: weight times change") {
  const Framework f = framework();
  const Move move = first_move(f, {}, table_of({{40, 80, 50}}), f, {}, table_of({{60, 80, 40}}));
  CHECK(move.before == 60);  // (70 + 50)/2
  CHECK(move.change() == Approx(-2.5));
  CHECK(amount(move, "a1", Cause::value) == Approx(2.5));
  CHECK(amount(move, "b1", Cause::value) == Approx(-5));
  CHECK(move.contributions.size() == 2);
  CHECK(move.contributions[0].node == "b1");  // the largest first
}

// Weights of a1 and a2 from 1/4, 3/4 to 1/2, 1/2; scores 40 and 80: a from 70 to 60, middle 65.
// a1: (40 - 65) 1/4 = -6.25; a2: (80 - 65) (-1/4) = -3.75; half of it in the index.
TEST_CASE("a change of weights") {
  const Framework f = framework();
  SmallFramework g = framework();
  g.get().nodes[3].weight = 1;
  const IndicatorTable table = table_of({{40, 80, 50}});
  const Move move = first_move(f, {}, table, g, {}, table);
  CHECK(move.change() == Approx(-5));
  CHECK(amount(move, "a1", Cause::weight) == Approx(-3.125));
  CHECK(amount(move, "a2", Cause::weight) == Approx(-1.875));
  CHECK(move.contributions.size() == 2);
}

// Both: a1 40 -> 60 at the midpoint of its weights, (1/4 + 1/2)/2 = 3/8, a at 1/2: 3.75. Weights at
// midpoint scores 50 and 80 and a of 70 -> 70: (50 - 70)/4/2 = -2.5 and -(80 - 70)/4/2 = -1.25.
TEST_CASE("values and weights together: midpoints") {
  const Framework f = framework();
  SmallFramework g = framework();
  g.get().nodes[3].weight = 1;
  const Move move = first_move(f, {}, table_of({{40, 80, 50}}), g, {}, table_of({{60, 80, 50}}));
  CHECK(move.change() == Approx(0).margin(1e-12));
  CHECK(amount(move, "a1", Cause::value) == Approx(3.75));
  CHECK(amount(move, "a1", Cause::weight) == Approx(-2.5));
  CHECK(amount(move, "a2", Cause::weight) == Approx(-1.25));
}

// a2 = 80 goes: a falls from 70 to 40, all of it a2's, at 1/2. b1 changes by itself.
TEST_CASE("a value that goes answers for the weights of the others") {
  const Framework f = framework();
  const Move move = first_move(f, {}, table_of({{40, 80, 50}}), f, {}, table_of({{40, none, 60}}));
  CHECK(amount(move, "a2", Cause::presence) == Approx(-15));
  CHECK(amount(move, "b1", Cause::value) == Approx(5));
  CHECK(move.contributions.size() == 2);
}

TEST_CASE("an indicator that one framework has not") {
  const Framework f = framework();
  SmallFramework g = framework();
  own_score(g.indicator("b2", 1));  // 90 beside b1 = 50
  const Move move =
      first_move(f, {}, table_of({{40, 80, 50}}), g, {}, table_of({{40, 80, 50, 90}}));
  CHECK(amount(move, "b2", Cause::presence) == Approx(10));  // b from 50 to 70
  CHECK(move.contributions.size() == 1);
  const Model a = fit_or_throw(f, {}, table_of({{40, 80, 50}}));
  const Model b = fit_or_throw(g, {}, table_of({{40, 80, 50, 90}}));
  const IndicatorTable ta = table_of({{40, 80, 50}}), tb = table_of({{40, 80, 50, 90}});
  CHECK(compare({a, ta}, {b, tb}).indicators_after_only == std::vector<std::string>{"b2"});
}

// Two indicators 20 and 50, weights 1 and 1, under a geometric mean: sqrt(1000) = 31.6228 to
// sqrt(40 * 60) = 48.9898. Logarithmic mean of both L = (48.9898 - 31.6228)/ln(48.9898/31.6228) =
// 39.67538. i1: L ln(40/20)/2 = 13.7505; i2: L ln(60/50)/2 = 3.6168 (Ang 2004, additive LMDI).
TEST_CASE("a geometric mean: logarithmic mean weights") {
  SmallFramework f;
  own_score(f.indicator("i1"));
  own_score(f.indicator("i2"));
  const Move move = first_move(f, with_mean("geometric"), table_of({{20, 50}}), f,
                               with_mean("geometric"), table_of({{40, 60}}));
  const double before = std::sqrt(1000.0), after = std::sqrt(2400.0);
  const double l = (after - before) / std::log(after / before);
  CHECK(amount(move, "i1", Cause::value) == Approx(l * std::log(2.0) / 2));
  CHECK(amount(move, "i2", Cause::value) == Approx(l * std::log(1.2) / 2));
  CHECK(move.contributions.size() == 2);
}

// 20 and 50: arithmetic 35, geometric 31.6228.
TEST_CASE("another mean of the same scores") {
  SmallFramework f;
  own_score(f.indicator("i1"));
  own_score(f.indicator("i2"));
  const IndicatorTable table = table_of({{20, 50}});
  const Move move = first_move(f, {}, table, f, with_mean("geometric"), table);
  CHECK(move.contributions.size() == 1);
  CHECK(amount(move, "index", Cause::aggregation) == Approx(std::sqrt(1000.0) - 35));
}

// Min-max over 0..100 and over 0..200: a value of 50 scores 50, then 25.
TEST_CASE("another scale of the same value") {
  SmallFramework f;
  f.indicator("i1");
  const IndicatorTable ta = table_of({{50}, {0}, {100}}), tb = table_of({{50}, {0}, {200}});
  const Move move = first_move(f, {}, ta, f, {}, tb);
  CHECK(move.contributions.size() == 1);
  CHECK(amount(move, "i1", Cause::scale) == Approx(-25));
}

// A zero under a geometric mean has no logarithm: one child after another, forwards and backwards.
// (0, 64) -> (25, 100), from 0 to 50. Forwards: i1 first 0 -> sqrt(25 * 64) = 40, then i2: 10.
// Backwards: i2 first: 0 -> 0, then i1: 50. i1: 45, i2: 5.
TEST_CASE("what has no closed form is taken one at a time, in two orders") {
  SmallFramework f;
  own_score(f.indicator("i1"));
  own_score(f.indicator("i2"));
  const Move move = first_move(f, with_mean("geometric"), table_of({{0, 64}}), f,
                               with_mean("geometric"), table_of({{25, 100}}));
  CHECK(amount(move, "i1", Cause::value) == Approx(45));
  CHECK(amount(move, "i2", Cause::value) == Approx(5));
  CHECK(move.contributions.size() == 2);
}

// a is capped at 60 after a breach: it would have risen from 70 to 75.
TEST_CASE("a cap takes back what the values gave") {
  SmallFramework f = framework();
  f.get().indicators[1].binding = true;
  f.get().indicators[1].standards = {Standard{90, {}, {}, {}}};
  const Move move = first_move(f, {}, table_of({{40, 80, 50}}), f, {}, table_of({{60, 80, 50}}));
  CHECK(move.change() == 0);
  CHECK(amount(move, "a1", Cause::value) == Approx(2.5));
  CHECK(amount(move, "a", Cause::adjustment) == Approx(-2.5));
}

// a was capped at 60, because of a2 alone; without a value of a2 it is a1: 80. The index, at 1/2.
TEST_CASE("a cap that is gone for want of a value tells of the data") {
  SmallFramework f = framework();
  f.get().indicators[1].binding = true;
  f.get().indicators[1].standards = {Standard{90, {}, {}, {}}};
  const IndicatorTable with = table_of({{80, 80, 50}}), without = table_of({{80, missing, 50}});
  const Move gone = first_move(f, {}, with, f, {}, without);
  CHECK(gone.change() == Approx(10));
  CHECK(amount(gone, "a2", Cause::presence) == Approx(10));
  CHECK_FALSE(has(gone, Cause::adjustment));
  const Move came = first_move(f, {}, without, f, {}, with);
  CHECK(amount(came, "a2", Cause::presence) == Approx(-10));
  CHECK_FALSE(has(came, Cause::adjustment));
}

// One limit is kept again, the other is not measured: it would still hold a at 60.
TEST_CASE("a cap that one measured and one missing value took away tells of the missing one") {
  SmallFramework f = framework();
  for (int j : {0, 1}) {
    f.get().indicators[j].binding = true;
    f.get().indicators[j].standards = {Standard{90, {}, {}, {}}};
  }
  const Move move =
      first_move(f, {}, table_of({{80, 80, 50}}), f, {}, table_of({{95, missing, 50}}));
  CHECK(move.change() == Approx((95 + 50) / 2.0 - (60 + 50) / 2.0));
  CHECK_FALSE(has(move, Cause::adjustment));
  int rows = 0;
  for (const Contribution& c : move.contributions) rows += c.node == "a2";
  CHECK(rows == 1);  // what it did to the mean and to the cap is one line
}

TEST_CASE("without an index on one side the coverage tells why") {
  const SmallFramework f = framework();
  const IndicatorTable with = table_of({{80, 80, 50}}),
                       without = table_of({{80, missing, missing}});
  Method method;
  method.missing.min_coverage = 0.6;
  const Model model = fit_or_throw(f, method, with);
  const Comparison result = compare({model, with}, {model, without});
  CHECK(std::isnan(result.moves[0].change()));
  CHECK(result.moves[0].coverage_before.values == 1);
  const IndexCoverage& after = result.moves[0].coverage_after;
  CHECK(after.values == Approx(0.125));  // a1 alone: 1/4 of a, 1/2 of the index
  CHECK(after.parts == 0);               // a has no score either
  CHECK(after.asked == 0.6);
}

TEST_CASE("periods: rows by place, ranks within each period") {
  SmallFramework f;
  f.indicator("i1");
  IndicatorTable table = table_of({{0}, {50}, {100}, {60}, {20}});
  table.rows.places = {"p", "q", "r"};
  table.rows.place = {0, 1, 2, 0, 1};
  table.rows.period = {year(2020), year(2020), year(2020), year(2021), year(2021)};
  const Model model = fit_or_throw(f, {}, table);
  const Comparison result = compare({model, table, year(2020)}, {model, table, year(2021)});
  REQUIRE(result.moves.size() == 2);
  CHECK(result.moves[0].place == "p");
  CHECK(result.moves[0].change() == 60);
  CHECK(result.moves[0].rank_before == 3);
  CHECK(result.moves[0].rank_after == 1);
  CHECK(amount(result.moves[0], "i1", Cause::value) == Approx(60));
  CHECK(result.places_before_only == std::vector<std::string>{"r"});
}

TEST_CASE("contributions sum to the change, whatever the methods") {
  SmallFramework f = framework();
  own_score(f.indicator("b2", 0.5));
  f.category("c", 2);
  f.indicator("c1").direction = Direction::lower;
  f.indicator("c2", 0.2);
  SmallFramework g = f;
  own_score(g.indicator("c3"));
  g.get().nodes[1].weight = 2.5;
  g.get().nodes[5].weight = 0.1;

  const auto numbers = [](unsigned state, int columns) {
    IndicatorTable table;
    table.values.resize(15, columns);
    for (int row = 0; row < 15; ++row) {
      table.rows.places.push_back("p" + std::to_string(row));
      table.rows.place.push_back(row);
      table.rows.period.push_back({});
      for (int j = 0; j < columns; ++j) {
        state = state * 1664525u + 1013904223u;
        table.values(row, j) = state % 9 == 0 ? none : (state >> 8) / 16777216.0 * 100;
      }
    }
    return table;
  };
  const IndicatorTable ta = numbers(1, 6), tb = numbers(2, 7);

  std::vector<Method> methods(9);
  methods[1].aggregate = {{.mean = {"geometric", {}}}};
  methods[2].aggregate = {{.mean = {"harmonic", {}}}, {}};
  methods[3].aggregate = {{.mean = {"power", {{"p", {2.0}}}}}, {.mean = {"geometric", {}}}};
  methods[4].aggregate = {{.mean = {"minimum", {}}}, {}};
  methods[5].normalise = {"z_score", {{"mean", {50.0}}, {"sd", {10.0}}}};
  methods[5].normalise_all = true;
  methods[6].missing.min_coverage = 0.7;
  methods[6].round.category = 1;
  methods[7].weights = {"entropy", {}};
  methods[8].aggregate = {{.mean = {"copeland", {}}}};
  int compared = 0;
  for (std::size_t m = 0; m < methods.size(); ++m)
    for (std::size_t n = 0; n < methods.size(); ++n) {
      const Model a = fit_or_throw(f, methods[m], ta), b = fit_or_throw(g, methods[n], tb);
      for (const Move& move : compare({a, ta}, {b, tb}).moves) {
        if (std::isnan(move.change())) continue;
        CAPTURE(m, n, move.place, move.before, move.after);
        CHECK(sum(move) == Approx(move.change()).margin(1e-9));
        // Rounding takes something back, and other places move a place's Copeland score.
        const auto plain = [](std::size_t method) { return method != 6 && method != 8; };
        if (plain(m) && plain(n)) CHECK_FALSE(has(move, Cause::adjustment));
        ++compared;
      }
    }
  CHECK(compared > 900);
}

TEST_CASE("a comparison tells figures, categories and totals by cause, which sum to the change") {
  const Framework f = framework();
  const Move move = first_move(f, {}, table_of({{40, 80, 50}}), f, {}, table_of({{60, none, 40}}));
  // a: (40 + 3 x 80)/4 = 70 to 60; b: 50 to 40; the index: 60 to 50.
  REQUIRE(move.categories.size() == 2);
  CHECK(move.categories[0].before == 70);
  CHECK(move.categories[0].after == 60);
  CHECK(move.categories[1].contribution == Approx(-5));
  CHECK(move.categories[0].contribution == Approx(-5));  // half of 60 - 70
  CHECK(move.because_of(Cause::value) + move.because_of(Cause::presence) == Approx(-10));
  for (const Contribution& c : move.contributions) {
    if (c.node == "b1") CHECK((c.before == 50 && c.after == 40 && c.unit == "1"));
    if (c.node == "a2") CHECK((c.before == 80 && std::isnan(c.after)));
  }
  CHECK(move.because_of(Cause::presence) != 0);  // a2 went
}
