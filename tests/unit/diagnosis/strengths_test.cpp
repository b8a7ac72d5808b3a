#include "tijian/strengths.h"

#include <catch2/catch.hpp>

#include "unit/diagnosis/small_run.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// Strengths of places with these values in the one indicator.
std::vector<Strength> strengths_of(const std::vector<double>& values,
                                   Direction direction = Direction::higher) {
  SmallFramework f;
  f.category("a");
  Indicator& x = f.indicator("x");
  x.direction = direction;
  x.score = direction == Direction::lower ? straight(100, 0) : straight(0, 100);
  IndicatorTable table = table_of({{0.0}});
  table.rows = {};
  table.values.resize(static_cast<Index>(values.size()), 1);
  for (std::size_t k = 0; k < values.size(); ++k) {
    table.values(static_cast<Index>(k), 0) = values[k];
    table.rows.places.push_back(std::string(1, static_cast<char>('a' + k)));
    table.rows.place.push_back(static_cast<int>(k));
    table.rows.period.push_back({});
  }
  const Run run = small_run(f, table);
  return strengths(run, *diagnose(run));
}

std::string rows_of(const std::vector<Strength>& all, bool weak) {
  std::string out;
  for (const Strength& one : all)
    if (one.weak == weak) out += static_cast<char>('a' + one.row);
  return out;
}

}  // namespace

// Type 7 of 1 to 9: quartiles 3 and 7, median 5.
TEST_CASE("the best quarter are strengths, the last one weaknesses") {
  const std::vector<double> values{5, 1, 9, 3, 7, 2, 8, 4, 6};
  const auto found = strengths_of(values);
  CHECK(rows_of(found, false) == "ceg");
  CHECK(rows_of(found, true) == "bdf");
  const Strength& seven = found[3];
  CHECK(seven.row == 4);
  CHECK(seven.value == 7);
  CHECK(seven.median == 5);
  CHECK(seven.quartile[0] == 3);
  CHECK(seven.quartile[1] == 7);
  CHECK(seven.best == 9);
  CHECK(seven.gap_to_median == 2);
  CHECK(seven.gap_to_best == -2);
  CHECK(seven.rank == 3);
  CHECK(seven.of == 9);
  CHECK(seven.distance == 0.5);  // 2 of 4
  const auto less = strengths_of(values, Direction::lower);
  CHECK(rows_of(less, false) == "bdf");
  CHECK(rows_of(less, true) == "ceg");
  CHECK(less[0].best == 1);
  CHECK(strengths_of(values, Direction::range).empty());
}

TEST_CASE("fewer than eight peers with a value have no strengths") {
  CHECK(strengths_of({1, 2, 3, 4, 5, 6, 7, none, none}).empty());
  CHECK(rows_of(strengths_of({1, 2, 3, 4, 5, 6, 7, 8, none}), false) == "gh");
}

TEST_CASE("yes and no is no strength, nor are fewer than five different values") {
  CHECK(strengths_of({1, 1, 0, 0, 0, 0, 0, 0, 0, 0}).empty());
  CHECK(strengths_of({1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4}).empty());
  CHECK(rows_of(strengths_of({1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 5}), false) == "jk");
}

// Four of twelve at 100 are more than a quarter; three are not.
TEST_CASE("a tie at the end of the scale is no strength") {
  CHECK(rows_of(strengths_of({1, 2, 3, 4, 5, 6, 7, 8, 100, 100, 100, 100}), false).empty());
  CHECK(rows_of(strengths_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 100, 100}), false) == "jkl");
  const auto low = strengths_of({0, 0, 0, 0, 5, 6, 7, 8, 9, 10, 11, 12});
  CHECK(rows_of(low, true).empty());
  CHECK(rows_of(low, false) == "jkl");
}

// Half of twelve at 5, the median; the upper quartile is 5 too.
TEST_CASE("the median is no strength, even where it is the better quartile") {
  const auto found = strengths_of({1, 2, 3, 5, 5, 5, 5, 5, 5, 5, 9, 10});
  CHECK(rows_of(found, false) == "kl");
}

TEST_CASE("strengths need the run's own diagnosis") {
  SmallFramework f;
  f.category("a").indicator("x").score = straight(0, 100);
  const Run run = small_run(f, table_of({{1}, {2}}));
  CHECK_THROWS_AS(strengths(run, Diagnosis{}), UsageError);
}
