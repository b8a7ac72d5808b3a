#include "analysis/variation.h"

#include <catch2/catch.hpp>

using namespace tijian;

TEST_CASE("an alternative of `aggregate` is called by what tells it from the others") {
  const Aggregation arithmetic, geometric{.mean = {"geometric", {}}};
  const auto label = [](const std::vector<Aggregation>& entries) {
    return analysis::written(entries);
  };
  CHECK(label({arithmetic}) == "arithmetic");
  CHECK(label({arithmetic, geometric}) == "arithmetic / geometric");
  // The last level repeats, so these two are one choice.
  CHECK(label({arithmetic, arithmetic}) == "arithmetic");
  CHECK(label({geometric, arithmetic, arithmetic}) == "geometric / arithmetic");
  CHECK(label({arithmetic, {.mean = {"geometric", {}}, .nodes = {"air", "water"}}}) ==
        "arithmetic + geometric (nodes: air, water)");
  CHECK(label({{.min_coverage = 0.6, .min_indicators = 3, .round = 1}, arithmetic}) ==
        "arithmetic (min_coverage: 0.6, min_indicators: 3, round: 1) / arithmetic");
  CHECK(label({{.normalise = Choice{"rank", {}}}}) == "arithmetic (normalise: rank)");
}
