#pragma once
#include <utility>
#include <vector>

namespace tijian::report {

/// Closed: its last point is its first.
using MapLine = std::vector<std::pair<double, double>>;
/// The outer ring, counterclockwise, and its holes, clockwise (RFC 7946, 3.1.6).
using MapPolygon = std::vector<MapLine>;

/// The polygons of rings of which nobody says what is outer and what a hole: a ring is a hole where
/// the smallest ring around it is none. What encloses nothing is left out. In the order of the
/// outer rings.
std::vector<MapPolygon> polygons_of(const std::vector<MapLine>& rings);

}  // namespace tijian::report
