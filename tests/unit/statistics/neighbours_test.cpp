#include "statistics/neighbours.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"

using namespace tijian::statistics;
using tijian::missing;

namespace {

using Pairs = std::vector<NeighbourPair>;
using Row = std::vector<Neighbour>;

Row listed(const Neighbours& neighbours, int place) {
  const auto of = neighbours.of(place);
  return {of.begin(), of.end()};
}

}  // namespace

TEST_CASE("Neighbours come ascending and both ways, islands without") {
  const Neighbours n(5, Pairs{{3, 0, 2}, {0, 1}, {4, 0}, {0, 3, 2}, {0, 1}});
  CHECK(n.places() == 5);
  CHECK(listed(n, 0) == Row{{1, 1}, {3, 2}, {4, 1}});
  CHECK(listed(n, 1) == Row{{0, 1}});
  CHECK(listed(n, 2).empty());
  CHECK(listed(n, 3) == Row{{0, 2}});
  CHECK(n.islands() == std::vector{2});
  CHECK(n.weight(0, 3) == 2);
  CHECK(n.weight(1, 3) == 0);
  CHECK(n.weight(2, 0) == 0);
  CHECK(Neighbours(2, {}).islands() == std::vector{0, 1});
  CHECK(Neighbours().places() == 0);
}

TEST_CASE("Neighbours as given hold one way") {
  const Neighbours n(3, Pairs{{2, 0, 1}, {0, 2, 3}, {0, 1}}, Symmetry::as_given);
  CHECK(listed(n, 0) == Row{{1, 1}, {2, 3}});
  CHECK(listed(n, 1).empty());
  CHECK(listed(n, 2) == Row{{0, 1}});
}

TEST_CASE("Rows of standardised neighbours sum to 1") {
  const Neighbours n = Neighbours(4, Pairs{{0, 1, 1}, {0, 2, 3}}).standardised();
  CHECK(listed(n, 0) == Row{{1, 0.25}, {2, 0.75}});
  CHECK(listed(n, 1) == Row{{0, 1}});
  CHECK(n.islands() == std::vector{3});
}

TEST_CASE("Places without a value are nobody's neighbours") {
  const Neighbours n(4, Pairs{{0, 1}, {1, 2}, {0, 2, 3}, {0, 3}});
  const std::vector<double> values{5, missing, 0, 1};
  CHECK(listed(n.among(values), 0) == Row{{2, 3}, {3, 1}});
  CHECK(n.among(values).islands() == std::vector{1});
  CHECK(listed(neighbours_for(values, n, RowWeights::as_given), 0) == Row{{2, 3}, {3, 1}});
  CHECK(listed(neighbours_for(values, n, RowWeights::standardised), 0) == Row{{2, .75}, {3, .25}});
  CHECK_THROWS_AS(n.among(std::vector<double>(3)), tijian::UsageError);
}

TEST_CASE("Pairs that are none are refused") {
  const NeighbourPair bad = GENERATE(NeighbourPair{0, 3}, NeighbourPair{-1, 0}, NeighbourPair{1, 1},
                                     NeighbourPair{0, 1, 0}, NeighbourPair{0, 1, -1},
                                     NeighbourPair{0, 1, missing}, NeighbourPair{0, 1, HUGE_VAL});
  CHECK_THROWS_AS(Neighbours(3, Pairs{bad}), tijian::UsageError);
  CHECK_THROWS_AS(Neighbours(3, Pairs{{0, 1, 1}, {1, 0, 2}}), tijian::UsageError);
  CHECK_NOTHROW(Neighbours(3, Pairs{{0, 1, 1}, {1, 0, 2}}, Symmetry::as_given));
}
