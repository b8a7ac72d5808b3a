// Replications are ranked as scorecards are: one rule, two orders to start from.
#include "analysis/ranker.h"

#include <catch2/catch.hpp>

#include "model/peers.h"
#include "unit/model/small_framework.h"

using namespace tijian;
using namespace tijian::testing;

namespace {

/// Scores of 0, 1, ..., so that many tie, some but for rounding, and some are missing.
std::vector<double> scores(int count, unsigned seed) {
  std::vector<double> out;
  for (int i = 0; i < count; ++i) {
    seed = seed * 1664525u + 1013904223u;
    const double score = seed >> 27;
    out.push_back(i % 9 == 4 ? none : score + (i % 5 == 0 ? 1e-9 : i % 7 == 0 ? 1e-5 : 0));
  }
  return out;
}

Eigen::ArrayXd array_of(const std::vector<double>& x) {
  return Eigen::Map<const Eigen::ArrayXd>(x.data(), static_cast<Eigen::Index>(x.size()));
}

}  // namespace

// p is ranked alone: of the shifts 1, 1 of q and r the mean is 1, not 2/3.
TEST_CASE("a place without peers is in no mean of shifts") {
  const std::vector<int> groups{0, 1, 1};
  const analysis::Ranker ranker({array_of({9, 5, 4}), {}}, groups);
  const std::int32_t nominal[] = {1, 1, 2}, ranks[] = {1, 2, 1};
  CHECK(ranker.mean_shift(ranks, nominal) == 1);
  CHECK(ranker.mean_shift(nominal, nominal) == 0);
}

TEST_CASE("the ranker of replications ranks as scorecards do") {
  for (const int count : {1, 40, 700}) {  // few are sorted by insertion
    CAPTURE(count);
    Rows rows;
    for (int i = 0; i < count; ++i) {
      rows.places.push_back("p" + std::to_string(i));
      rows.place.push_back(i);
      rows.period.push_back(year(2020 + i % 2));
    }
    const auto groups = model::RankGroups({}).number(rows);
    const analysis::Ranker ranker({array_of(scores(count, 1)), {}}, groups);
    std::vector<double> replication = scores(count, 2);
    std::vector<std::int32_t> ranks(count), above(count);
    ranker.rank({array_of(replication), {}}, ranks.data(), above.data());
    CHECK(ranks == rank_within_periods(replication, rows));
    for (const Eigen::Index row : ranker.ranked())
      if (above[row] >= 0) CHECK(replication[above[row]] >= replication[row]);
    // Some that tie were made equal by a cap.
    std::vector<double> uncapped(count, none);
    for (int i = 0; i < count; i += 3) uncapped[i] = i * 7 % 40;
    ranker.rank({array_of(replication), array_of(uncapped)}, ranks.data(), above.data());
    CHECK(ranks == rank_within(replication, groups, Direction::higher, uncapped));
    for (const Eigen::Index row : ranker.ranked())
      if (above[row] >= 0) CHECK(ranks[above[row]] <= ranks[row]);
  }
}
