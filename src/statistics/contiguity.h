#pragma once
#include <compare>
#include <span>
#include <vector>

#include "statistics/neighbours.h"

namespace tijian::statistics {

struct MapPoint {
  double x, y;
  auto operator<=>(const MapPoint&) const = default;
};

/// A closed line; whether its last point repeats the first makes no difference.
using MapRing = std::vector<MapPoint>;

/// A place on the map: all rings of all its parts, outer ones and holes, in any order.
using MapShape = std::vector<MapRing>;

enum class Contiguity {
  queen,  ///< neighbours share a vertex at least
  rook,   ///< neighbours share an edge between two vertices at least
};

/// The places that share a border, each way, with weight 1. Vertices are the same where their
/// coordinates are equal, or with a `snap` above 0 where they are no farther apart than that, in
/// the coordinates' unit; chains of such vertices are one, so it must be well below the distance
/// between true vertices. A border counts by its vertices: one that ends in the middle of another's
/// edge touches nothing there. UsageError for a coordinate that is not finite or a snap below 0.
Neighbours contiguity(std::span<const MapShape> shapes, Contiguity kind = Contiguity::queen,
                      double snap = 0);

}  // namespace tijian::statistics
