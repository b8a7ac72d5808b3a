#include <catch2/catch.hpp>
#include <random>

#include "small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

constexpr int columns = 4, parts = 16, part_rows = 701;

Framework framework() {
  SmallFramework small;
  small.category("a");
  small.indicator("x1");
  small.indicator("x2").direction = Direction::lower;
  small.category("b");
  small.indicator("x3");
  small.indicator("x4");
  return small;
}

/// Places of a part carry its number, so that the parts in order are the whole in order.
IndicatorTable part(int number) {
  std::mt19937_64 random(number + 1);
  IndicatorTable table;
  table.values.resize(part_rows, columns);
  for (int row = 0; row < part_rows; ++row) {
    table.rows.places.push_back("p" + std::to_string(1'000'000 + number * part_rows + row));
    table.rows.place.push_back(row);
    table.rows.period.push_back(year(2020));
    double common = static_cast<double>(random() >> 40);
    for (int j = 0; j < columns; ++j)
      table.values(row, j) =
          random() % 50 == 0 ? none : 1e6 + common + static_cast<double>(random() >> 40) * (j + 1);
  }
  return table;
}

IndicatorTable whole() {
  IndicatorTable all;
  all.values.resize(parts * part_rows, columns);
  for (int k = 0; k < parts; ++k) {
    const IndicatorTable one = part(k);
    all.values.array().middleRows(k * part_rows, part_rows) = one.values.array();
    for (int row = 0; row < part_rows; ++row) {
      all.rows.places.push_back(one.rows.places[row]);
      all.rows.place.push_back(k * part_rows + row);
      all.rows.period.push_back(one.rows.period[row]);
    }
  }
  return all;
}

Model from_parts(const Method& method) {
  std::vector<Statistics> statistics;
  for (int k = 0; k < parts; ++k)
    statistics.push_back(value_or_throw(collect(framework(), method, part(k))));
  Statistics merged = merge(statistics);
  if (merged.needs_entropy)
    for (int k = 0; k < parts; ++k) collect_entropy(merged, framework(), method, part(k));
  return value_or_throw(fit(std::make_shared<Framework>(framework()), method, merged));
}

void check_close(double x, double y) { CHECK(x == Approx(y).epsilon(1e-12)); }

}  // namespace

TEST_CASE("sixteen parts merge into the model of the whole: bounds exactly") {
  const Model apart = from_parts({}), together = fit_or_throw(framework(), {}, whole());
  for (int j = 0; j < columns; ++j) {
    CHECK(apart.strata[0].scales[j].shift == together.strata[0].scales[j].shift);
    CHECK(apart.strata[0].scales[j].factor == together.strata[0].scales[j].factor);
  }
}

TEST_CASE("moments merge to 1e-12") {
  Method method;
  method.normalise = {"z_score", {}};
  const Model apart = from_parts(method), together = fit_or_throw(framework(), method, whole());
  for (int j = 0; j < columns; ++j) {
    check_close(apart.strata[0].scales[j].shift, together.strata[0].scales[j].shift);
    check_close(apart.strata[0].scales[j].factor, together.strata[0].scales[j].factor);
  }
}

TEST_CASE("entropy, CRITIC and variation weights merge") {
  for (const char* name : {"entropy", "critic", "cv", "sd"}) {
    CAPTURE(name);
    Method method;
    method.weights = {name, {}};
    const Model apart = from_parts(method), together = fit_or_throw(framework(), method, whole());
    for (std::size_t n = 0; n < apart.weights.size(); ++n)
      CHECK(apart.weights[n] == Approx(together.weights[n]).epsilon(1e-10));
  }
}

TEST_CASE("what does not merge says so") {
  Method method;
  method.treat = {"winsorise", {}};
  const auto statistics = collect(framework(), method, part(0));
  REQUIRE(!statistics);
  REQUIRE(statistics.diagnostics.size() == 1);
  CHECK(statistics.diagnostics[0].code == "M652");
  method = {};
  method.normalise = {"percentile_rank", {}};
  CHECK(!collect(framework(), method, part(0)));
}
