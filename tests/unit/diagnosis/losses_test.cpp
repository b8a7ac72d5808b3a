#include "diagnosis/losses.h"

#include <catch2/catch.hpp>

#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// a <- a1 (1), a2 (3); b <- b1: values are their own scores, of 100.
SmallFramework two_categories() {
  SmallFramework f;
  f.category("a");
  f.indicator("a1");
  f.indicator("a2", 3);
  f.category("b");
  f.indicator("b1");
  for (Indicator& indicator : f.get().indicators)
    indicator.score = Choice{"linear", {{"zero", {0.0}}, {"full", {100.0}}}};
  return f;
}

Matrix<double> lost_by(const Framework& f, const IndicatorTable& table, const Method& method = {}) {
  Run run;
  run.framework = std::make_shared<Framework>(f);
  run.table = table;
  run.model = fit_or_throw(f, method, table);
  run.card = apply(run.model, run.table);
  std::vector<Index> rows;
  for (Index row = 0; row < table.rows.size(); ++row) rows.push_back(row);
  return diagnosis::points_lost(run, rows);
}

double sum_of(const Matrix<double>& lost, Index row) {
  double sum = 0;
  for (Index j = 0; j < lost.cols(); ++j) sum += lost(row, j);
  return sum;
}

}  // namespace

// 60 short at 1/4 of 1/2: 7.5; 20 at 3/4 of 1/2: 7.5; 50 at 1/2: 25. The index is 60.
TEST_CASE("under arithmetic means an indicator loses its weight times what it misses") {
  const auto lost = lost_by(two_categories(), table_of({{40, 80, 50}}));
  CHECK(lost(0, 0) == Approx(7.5));
  CHECK(lost(0, 1) == Approx(7.5));
  CHECK(lost(0, 2) == Approx(25));
  CHECK(sum_of(lost, 0) == Approx(100 - 60).epsilon(1e-12));
}

TEST_CASE("what has no score loses nothing, and its weight is the others'") {
  const auto lost = lost_by(two_categories(), table_of({{missing, 80, 50}}));
  CHECK(lost(0, 0) == 0);
  CHECK(lost(0, 1) == Approx(10));  // 20 at 1/2
  CHECK(sum_of(lost, 0) == Approx(100 - 65).epsilon(1e-12));
}

TEST_CASE("losses sum to what the index misses, whatever the mean") {
  for (const char* mean : {"geometric", "harmonic", "minimum", "owa"}) {
    CAPTURE(mean);
    Method method;
    method.aggregate = {{.mean = {mean, {}}}};
    const IndicatorTable table = table_of({{40, 80, 50}, {90, 20, 70}});
    const SmallFramework f = two_categories();
    const auto lost = lost_by(f, table, method);
    const auto card = apply(fit_or_throw(f, method, table), table);
    for (Index row = 0; row < 2; ++row)
      CHECK(sum_of(lost, row) == Approx(100 - card.score(row, 0)).epsilon(1e-12));
  }
}

TEST_CASE("without a best nothing is known of losses") {
  SmallFramework f = two_categories();
  f.get().indicators[2].score.reset();
  Method method;
  method.normalise = {"z_score", {}};
  const auto lost = lost_by(f, table_of({{40, 80, 50}, {50, 60, 70}}), method);
  CHECK(std::isnan(lost(0, 0)));
  CHECK(std::isnan(lost(1, 2)));
}

// a: 90, held at 60; the index (60 + 50)/2. The cap takes 30 at 1/2 and is a1's.
TEST_CASE("what a cap takes is lost by the limit in breach") {
  SmallFramework f = two_categories();
  f.get().indicators[0].binding = true;
  f.get().indicators[0].standards = {Standard{95, {}, {}, {}}};
  const auto lost = lost_by(f, table_of({{90, 90, 50}}));
  CHECK(lost(0, 0) == Approx(1.25 + 15));
  CHECK(lost(0, 1) == Approx(3.75));
  CHECK(sum_of(lost, 0) == Approx(100 - 55).epsilon(1e-12));
}

// b counts the other way round: 50 is 50 short of 0.
TEST_CASE("a mirrored category loses what its indicators have too much") {
  SmallFramework f = two_categories();
  f.get().nodes[4].direction = Direction::lower;
  REQUIRE(f.get().nodes[4].id == "b");
  const auto lost = lost_by(f, table_of({{100, 100, 30}}));
  CHECK(lost(0, 2) == Approx(15));
  CHECK(sum_of(lost, 0) == Approx(15));
}
