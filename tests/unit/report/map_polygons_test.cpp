#include "report/map_polygons.h"

#include <catch2/catch.hpp>

using tijian::report::MapLine;
using tijian::report::MapPolygon;
using tijian::report::polygons_of;

namespace {

/// Counterclockwise: right along the south, up in the east.
MapLine box(double west, double south, double size) {
  return {{west, south},
          {west + size, south},
          {west + size, south + size},
          {west, south + size},
          {west, south}};
}

MapLine reversed(MapLine line) {
  std::reverse(line.begin(), line.end());
  return line;
}

}  // namespace

TEST_CASE("outer rings run counterclockwise, whichever way they were") {
  CHECK(polygons_of({box(0, 0, 1)}) == std::vector<MapPolygon>{{box(0, 0, 1)}});
  CHECK(polygons_of({reversed(box(0, 0, 1))}) == std::vector<MapPolygon>{{box(0, 0, 1)}});
  CHECK(polygons_of({reversed(box(4, 0, 1)), box(0, 0, 1)}) ==
        std::vector<MapPolygon>{{box(4, 0, 1)}, {box(0, 0, 1)}});
}

TEST_CASE("a hole runs clockwise and belongs to the ring around it") {
  const std::vector<MapPolygon> expected{{box(0, 0, 9), reversed(box(2, 2, 3))}, {box(20, 0, 1)}};
  CHECK(polygons_of({box(0, 0, 9), box(20, 0, 1), box(2, 2, 3)}) == expected);
  CHECK(polygons_of({reversed(box(2, 2, 3)), box(0, 0, 9), box(20, 0, 1)}) == expected);
}

TEST_CASE("an island in a hole is a polygon of its own, and a hole in that is its hole") {
  CHECK(polygons_of({box(0, 0, 9), box(1, 1, 7), box(2, 2, 5), box(3, 3, 1)}) ==
        std::vector<MapPolygon>{{box(0, 0, 9), reversed(box(1, 1, 7))},
                                {box(2, 2, 5), reversed(box(3, 3, 1))}});
}

TEST_CASE("parts that touch are two, a hole that touches the border is one") {
  CHECK(polygons_of({box(0, 0, 1), box(1, 0, 1)}).size() == 2);
  CHECK(polygons_of({box(0, 0, 1), box(1, 1, 1)}).size() == 2);
  // All three corners of the hole lie on the ring around it.
  const MapLine touching{{0, 4}, {4, 0}, {8, 4}, {0, 4}};
  CHECK(polygons_of({box(0, 0, 8), touching}) ==
        std::vector<MapPolygon>{{box(0, 0, 8), reversed(touching)}});
  // All corners lie on a ring that winds around it outside: a bay, filled.
  const MapLine bay{{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 3}, {3, 3}, {3, 9}, {0, 9}, {0, 0}};
  const MapLine filling{{3, 3}, {6, 3}, {6, 9}, {3, 9}, {3, 3}};
  CHECK(polygons_of({bay, filling}) == std::vector<MapPolygon>{{bay}, {filling}});
}

TEST_CASE("the same ring twice is no hole in itself, and what encloses nothing is left out") {
  CHECK(polygons_of({box(0, 0, 1), box(0, 0, 1)}).size() == 2);
  CHECK(polygons_of({{}, {{1, 1}}, {{0, 0}, {1, 1}, {0, 0}}}).empty());
}

// Beijing in metres: a hole of 1 m far from the origin.
TEST_CASE("small rings far from the origin keep their way") {
  CHECK(polygons_of({reversed(box(39500000, 4420000, 10)), box(39500004, 4420004, 1)}) ==
        std::vector<MapPolygon>{{box(39500000, 4420000, 10), reversed(box(39500004, 4420004, 1))}});
}
