#include "statistics/contiguity.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "tijian/diagnostic.h"

namespace tijian::statistics {
namespace {

/// Numbers of vertices: the same for those that are one.
class Vertices {
 public:
  Vertices(std::span<const MapShape> shapes, double snap) {
    for (const MapShape& shape : shapes)
      for (const MapRing& ring : shape) points_.insert(points_.end(), ring.begin(), ring.end());
    std::ranges::sort(points_);
    points_.erase(std::unique(points_.begin(), points_.end()), points_.end());
    one_.resize(points_.size());
    std::iota(one_.begin(), one_.end(), 0);
    if (snap > 0) join(snap);
  }

  int number(const MapPoint& point) const {
    const auto found = std::ranges::lower_bound(points_, point);
    return first_of(static_cast<int>(found - points_.begin()));
  }

 private:
  int first_of(int vertex) const {
    while (one_[vertex] != vertex) vertex = one_[vertex];
    return vertex;
  }

  // Points as near as that are in one square of the grid or in two that touch.
  void join(double snap) {
    std::map<std::pair<double, double>, std::vector<int>> squares;
    for (int i = 0; i < static_cast<int>(points_.size()); ++i) {
      const double column = std::floor(points_[i].x / snap), row = std::floor(points_[i].y / snap);
      for (const double dx : {-1, 0, 1})
        for (const double dy : {-1, 0, 1})
          if (const auto near = squares.find({column + dx, row + dy}); near != squares.end())
            for (const int other : near->second) join_if_near(i, other, snap);
      squares[{column, row}].push_back(i);
    }
  }

  void join_if_near(int a, int b, double snap) {
    if (std::hypot(points_[a].x - points_[b].x, points_[a].y - points_[b].y) > snap) return;
    const auto [first, second] = std::minmax({first_of(a), first_of(b)});  // values, not references
    one_[second] = first;
  }

  std::vector<MapPoint> points_;  ///< ascending, each once
  std::vector<int> one_;          ///< an earlier vertex that each is one with, or itself
};

/// What two places share: a vertex (a, a) or an edge, and the place that has it.
struct Shared {
  int a, b, place;
  auto operator<=>(const Shared&) const = default;
};

void add_ring(const MapRing& ring, int place, const Vertices& vertices, Contiguity kind,
              std::vector<Shared>& out) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const int a = vertices.number(ring[i]);
    if (kind == Contiguity::queen) {
      out.push_back({a, a, place});
      continue;
    }
    const int b = vertices.number(ring[(i + 1) % ring.size()]);
    if (a != b) out.push_back({std::min(a, b), std::max(a, b), place});
  }
}

/// All pairs of places within runs that share the same.
std::vector<NeighbourPair> pairs_of(const std::vector<Shared>& sorted) {
  std::vector<NeighbourPair> pairs;
  for (std::size_t i = 0; i < sorted.size(); ++i)
    for (std::size_t j = i + 1; j < sorted.size(); ++j) {
      if (sorted[j].a != sorted[i].a || sorted[j].b != sorted[i].b) break;
      pairs.push_back({sorted[i].place, sorted[j].place});
    }
  return pairs;
}

void check_map(std::span<const MapShape> shapes, double snap) {
  if (!(snap >= 0)) throw UsageError("contiguity: a snap below 0");
  for (const MapShape& shape : shapes)
    for (const MapRing& ring : shape)
      for (const MapPoint& point : ring)
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
          throw UsageError("contiguity: a coordinate is not finite");
}

}  // namespace

Neighbours contiguity(std::span<const MapShape> shapes, Contiguity kind, double snap) {
  check_map(shapes, snap);
  const Vertices vertices(shapes, snap);
  std::vector<Shared> shared;
  for (std::size_t place = 0; place < shapes.size(); ++place)
    for (const MapRing& ring : shapes[place])
      add_ring(ring, static_cast<int>(place), vertices, kind, shared);
  std::ranges::sort(shared);
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
  return {static_cast<int>(shapes.size()), pairs_of(shared)};
}

}  // namespace tijian::statistics
