#include "statistics/contiguity.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tijian/diagnostic.h"
#include "tijian/missing.h"

using namespace tijian::statistics;

namespace {

MapRing square_ring(double x, double y, double side) {
  return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

MapRing closed(MapRing ring) {
  ring.push_back(ring.front());
  return ring;
}

// 0 has a hole that 1 fills; 2 lies right of 0; 3 touches 0 in (0, 0) only; 4 has two parts: one
// touches 2 in (6, 3) only, the other lies below 3; 5 is an island; 6 ends in the middle of 0's
// upper edge, where 0 has no vertex.
const std::vector<MapShape> drawn_map{
    {square_ring(0, 0, 3), {{1, 1}, {1, 2}, {2, 2}, {2, 1}}},
    {closed(square_ring(1, 1, 1))},
    {closed(square_ring(3, 0, 3))},
    {{{-2, -2}, {0, -2}, {-0.0, 0}, {-2, 0}}},
    {square_ring(6, 3, 2), square_ring(-2, -4, 2)},
    {square_ring(20, 20, 1)},
    {{{1.5, 3}, {2, 9}, {1, 9}}},
};

using Lists = std::vector<std::vector<int>>;
const Lists queen_lists{{1, 2, 3}, {0}, {0, 4}, {0, 4}, {2, 3}, {}, {}};
const Lists rook_lists{{1, 2}, {0}, {0}, {4}, {3}, {}, {}};

Lists lists_of(const Neighbours& neighbours) {
  Lists out(neighbours.places());
  for (int i = 0; i < neighbours.places(); ++i)
    for (const auto& [place, weight] : neighbours.of(i)) {
      CHECK(weight == 1);
      out[i].push_back(place);
    }
  return out;
}

std::vector<MapShape> moved(int place, double by) {
  std::vector<MapShape> out = drawn_map;
  for (MapRing& ring : out[place])
    for (MapPoint& point : ring) point.x += by;
  return out;
}

/// Squares of side 1 in rows, each a little off its place.
std::vector<MapShape> grid_of(int rows, int columns, double off) {
  std::vector<MapShape> out;
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j)
      out.push_back({square_ring(j + off * ((i + 2 * j) % 3 - 1), i + off * ((j + i) % 3 - 1), 1)});
  return out;
}

int count_links(const Neighbours& neighbours) {
  int count = 0;
  for (const auto& list : lists_of(neighbours)) count += static_cast<int>(list.size());
  return count;
}

}  // namespace

TEST_CASE("Queens share a vertex, rooks an edge") {
  CHECK(lists_of(contiguity(drawn_map)) == queen_lists);
  CHECK(lists_of(contiguity(drawn_map, Contiguity::rook)) == rook_lists);
  CHECK(contiguity(drawn_map).islands() == std::vector{5, 6});
}

TEST_CASE("Vertices no farther apart than the snap are one") {
  const double by = GENERATE(-0.0009, 0.0009);
  const Lists apart{{1, 3}, {0}, {}, {0, 4}, {3}, {}, {}};
  CHECK(lists_of(contiguity(moved(2, by))) == apart);
  CHECK(lists_of(contiguity(moved(2, by), Contiguity::queen, 0.0008)) == apart);
  CHECK(lists_of(contiguity(moved(2, by), Contiguity::queen, 0.001)) == queen_lists);
  CHECK(lists_of(contiguity(moved(2, by), Contiguity::rook, 0.001)) == rook_lists);
}

// 0.75 apart at most: 3 joins the pair of 1 and 2 to 0, of which each is too far from others.
TEST_CASE("Chains of near vertices are one") {
  const MapPoint near[]{{0, 0}, {0.1, 1.6}, {0.2, 0.9}, {0.3, 0.4}};
  std::vector<MapShape> shapes;
  for (const MapPoint& point : near) {
    const double far = 10.0 * static_cast<double>(shapes.size() + 1);
    shapes.push_back({{point, {far, 0}, {far, 2}}});
  }
  const Lists all{{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}};
  CHECK(lists_of(contiguity(shapes, Contiguity::queen, 0.75)) == all);
}

// Both begin and end in (0, 0).
TEST_CASE("A closing point is no edge") {
  const std::vector<MapShape> shapes{{closed(square_ring(0, 0, 1))},
                                     {closed({{0, 0}, {-1, 0}, {-1, -1}, {0, -1}})}};
  CHECK(count_links(contiguity(shapes)) == 2);
  CHECK(count_links(contiguity(shapes, Contiguity::rook)) == 0);
}

// Within rows, between rows, and for queens each diagonal, each twice.
TEST_CASE("Squares of a grid have the neighbours of a chessboard") {
  constexpr int r = 13, c = 17, sides = 2 * (r * (c - 1) + c * (r - 1));
  CHECK(count_links(contiguity(grid_of(r, c, 0), Contiguity::rook)) == sides);
  CHECK(count_links(contiguity(grid_of(r, c, 0))) == sides + 4 * (r - 1) * (c - 1));
  CHECK(count_links(contiguity(grid_of(r, c, 0.01), Contiguity::rook)) == 0);
  CHECK(count_links(contiguity(grid_of(r, c, 0.01), Contiguity::rook, 0.03)) == sides);
  CHECK(count_links(contiguity(grid_of(r, c, 0.01), Contiguity::queen, 0.03)) ==
        sides + 4 * (r - 1) * (c - 1));
}

TEST_CASE("A map of nothing, and what is no map") {
  CHECK(contiguity({}).places() == 0);
  CHECK(contiguity(std::vector<MapShape>{{}, {{}}}).islands() == std::vector{0, 1});
  CHECK_THROWS_AS(contiguity(drawn_map, Contiguity::queen, -1), tijian::UsageError);
  CHECK_THROWS_AS(contiguity(drawn_map, Contiguity::queen, tijian::missing), tijian::UsageError);
  for (const MapPoint& point : {MapPoint{0, tijian::missing}, MapPoint{HUGE_VAL, 0}})
    CHECK_THROWS_AS(contiguity(std::vector<MapShape>{{{point}}}), tijian::UsageError);
}
