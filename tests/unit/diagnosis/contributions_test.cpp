#include "diagnosis/contributions.h"

#include <catch2/catch.hpp>

#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// a <- a1 (1), a2 (3); b <- b1: values are their own scores, of 100.
SmallFramework weighted_tree() {
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
  const Matrix<double> of_nodes = diagnosis::points_lost(run, rows);
  Matrix<double> out(of_nodes.rows(), std::ssize(f.indicators));
  for (Index j = 0; j < out.cols(); ++j)
    for (Index row = 0; row < out.rows(); ++row)
      out(row, j) = of_nodes(row, f.node_of(static_cast<int>(j)));
  return out;
}

double sum_of(const Matrix<double>& lost, Index row) {
  double sum = 0;
  for (Index j = 0; j < lost.cols(); ++j) sum += lost(row, j);
  return sum;
}

}  // namespace

// 60 short at 1/4 of 1/2: 7.5; 20 at 3/4 of 1/2: 7.5; 50 at 1/2: 25. The index is 60.
TEST_CASE("under arithmetic means an indicator loses its weight times what it misses") {
  const auto lost = lost_by(weighted_tree(), table_of({{40, 80, 50}}));
  CHECK(lost(0, 0) == Approx(7.5));
  CHECK(lost(0, 1) == Approx(7.5));
  CHECK(lost(0, 2) == Approx(25));
  CHECK(sum_of(lost, 0) == Approx(100 - 60).epsilon(1e-12));
}

TEST_CASE("what has no score loses nothing, and its weight is the others'") {
  const auto lost = lost_by(weighted_tree(), table_of({{missing, 80, 50}}));
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
    const SmallFramework f = weighted_tree();
    const auto lost = lost_by(f, table, method);
    const auto card = apply(fit_or_throw(f, method, table), table);
    for (Index row = 0; row < 2; ++row)
      CHECK(sum_of(lost, row) == Approx(100 - card.score(row, 0)).epsilon(1e-12));
  }
}

TEST_CASE("without a best nothing is known of losses") {
  SmallFramework f = weighted_tree();
  f.get().indicators[2].score.reset();
  Method method;
  method.normalise = {"z_score", {}};
  const auto lost = lost_by(f, table_of({{40, 80, 50}, {50, 60, 70}}), method);
  CHECK(std::isnan(lost(0, 0)));
  CHECK(std::isnan(lost(1, 2)));
}

// a: 90, held at 60; the index (60 + 50)/2. The cap takes 30 at 1/2 and is a1's.
TEST_CASE("what a cap takes is lost by the limit in breach") {
  SmallFramework f = weighted_tree();
  f.get().indicators[0].binding = true;
  f.get().indicators[0].standards = {Standard{95, {}, {}, {}}};
  const auto lost = lost_by(f, table_of({{90, 90, 50}}));
  CHECK(lost(0, 0) == Approx(1.25 + 15));
  CHECK(lost(0, 1) == Approx(3.75));
  CHECK(sum_of(lost, 0) == Approx(100 - 55).epsilon(1e-12));
}

// b counts the other way round: 50 is 50 short of 0.
TEST_CASE("a mirrored category loses what its indicators have too much") {
  SmallFramework f = weighted_tree();
  f.get().nodes[4].direction = Direction::lower;
  REQUIRE(f.get().nodes[4].id == "b");
  const auto lost = lost_by(f, table_of({{100, 100, 30}}));
  CHECK(lost(0, 2) == Approx(15));
  CHECK(sum_of(lost, 0) == Approx(15));
}

namespace {

/// p0 and p1 of the values given, both in 2022.
Run two_places(const SmallFramework& f, const std::vector<double>& a, const std::vector<double>& b,
               const Method& method = {}) {
  Run run;
  run.framework = std::make_shared<Framework>(static_cast<const Framework&>(f));
  run.table = table_of({a, b}, year(2022));
  run.model = fit_or_throw(f, method, run.table);
  run.card = apply(run.model, run.table);
  return run;
}

}  // namespace

// a: 70 and 85, b: 50 and 70; the index 60 and 77.5. a1 adds 60/8, a2 0, b1 20/2 = 10.
TEST_CASE("contributions to the gap to the best are weights times gaps") {
  const SmallFramework f = weighted_tree();
  const Run run = two_places(f, {40, 80, 50}, {100, 80, 70});
  const std::vector<WeakPoints> weak = weak_points(run, run.table.rows.period[0]);
  REQUIRE(weak.size() == 2);
  CHECK(weak[0].best == 1);
  CHECK(weak[1].best == -1);
  CHECK(weak[0].nodes[0].to_best == Approx(17.5));
  CHECK(weak[0].nodes[1].to_best == Approx(7.5));  // a
  CHECK(weak[0].nodes[2].to_best == Approx(7.5));  // a1
  CHECK(weak[0].nodes[3].to_best == Approx(0).margin(1e-12));
  CHECK(weak[0].nodes[5].to_best == Approx(10));
  // Lost: 7.5, 7.5, 25 of 40.
  CHECK(weak[0].nodes[0].obstacle == Approx(100));
  CHECK(weak[0].nodes[2].obstacle == Approx(18.75));
  CHECK(weak[0].nodes[5].obstacle == Approx(62.5));
}

TEST_CASE("contributions sum to the gap, whatever the mean, what is missing, and the caps") {
  SmallFramework f = weighted_tree();
  f.get().indicators[0].binding = true;
  f.get().indicators[0].standards = {Standard{50, {}, {}, {}}};
  for (const char* mean : {"arithmetic", "geometric", "harmonic", "minimum", "owa"}) {
    CAPTURE(mean);
    Method method;
    method.aggregate = {{.mean = {mean, {}}}};
    for (const std::vector<double>& other :
         {std::vector<double>{90, 20, 70}, {30, 99, 98}, {95, missing, 70}, {missing, 60, 7}}) {
      const Run run = two_places(f, {40, 95, 90}, other, method);
      const Index rows[] = {0}, others[] = {1};
      const Matrix<double> parts = diagnosis::contributions(run, rows, others);
      CHECK(sum_of(parts, 0) == Approx(run.card.score(1, 0) - run.card.score(0, 0)).margin(1e-11));
    }
  }
}
