#include "report/map_polygons.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tijian::report {
namespace {

using MapPosition = std::pair<double, double>;

/// Above 0 where it runs counterclockwise. Seen from its first point: far from the origin digits
/// would be lost.
double signed_area(const MapLine& ring) {
  double twice = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const auto [x0, y0] = ring.front();
    twice += (ring[i - 1].first - x0) * (ring[i].second - y0) -
             (ring[i].first - x0) * (ring[i - 1].second - y0);
  }
  return twice / 2;
}

/// Where the ring crosses that latitude, ascending.
std::vector<double> crossings(const MapLine& ring, double y) {
  std::vector<double> at;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const auto& [ax, ay] = ring[i - 1];
    const auto& [bx, by] = ring[i];
    if ((ay <= y) != (by <= y)) at.push_back(ax + (y - ay) / (by - ay) * (bx - ax));
  }
  std::ranges::sort(at);
  return at;
}

/// Half-way in the widest gap between two that follow each other, of every `step`th.
double middle_of_widest(const std::vector<double>& ascending, std::size_t step) {
  std::size_t best = 0;
  for (std::size_t i = 0; i + 1 < ascending.size(); i += step)
    if (ascending[i + 1] - ascending[i] > ascending[best + 1] - ascending[best]) best = i;
  return std::midpoint(ascending[best], ascending[best + 1]);
}

/// A point well within: its vertices may lie on other rings, where nobody can tell the side.
MapPosition inner_point(const MapLine& ring) {
  std::vector<double> latitudes;
  for (const MapPosition& point : ring) latitudes.push_back(point.second);
  std::ranges::sort(latitudes);
  const double y = middle_of_widest(latitudes, 1);
  return {middle_of_widest(crossings(ring, y), 2), y};
}

/// A ring, with what others ask of it.
struct KnownRing {
  MapLine line;  ///< counterclockwise
  double area;
  double west, east, south, north;
  MapPosition inside;
};

KnownRing known_ring(MapLine line, double signed_size) {
  if (signed_size < 0) std::ranges::reverse(line);
  KnownRing ring{std::move(line), std::abs(signed_size), 0, 0, 0, 0, {}};
  const auto [west, east] = std::ranges::minmax(ring.line, {}, &MapPosition::first);
  const auto [south, north] = std::ranges::minmax(ring.line, {}, &MapPosition::second);
  ring.west = west.first, ring.east = east.first;
  ring.south = south.second, ring.north = north.second;
  ring.inside = inner_point(ring.line);
  return ring;
}

bool encloses(const KnownRing& ring, const MapPosition& point) {
  const auto [x, y] = point;
  if (x < ring.west || x > ring.east || y < ring.south || y > ring.north) return false;
  const std::vector<double> at = crossings(ring.line, y);
  return (std::ranges::upper_bound(at, x) - at.begin()) % 2 == 1;
}

std::vector<KnownRing> known_rings(const std::vector<MapLine>& lines) {
  std::vector<KnownRing> rings;
  for (const MapLine& line : lines)
    if (const double area = signed_area(line); area != 0) rings.push_back(known_ring(line, area));
  return rings;
}

std::vector<int> largest_first(const std::vector<KnownRing>& rings) {
  std::vector<int> order(rings.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, [&](int a, int b) { return rings[a].area > rings[b].area; });
  return order;
}

/// Of each ring the outer one whose hole it is; -1: it is outer itself.
std::vector<int> outer_rings(const std::vector<KnownRing>& rings) {
  const std::vector<int> order = largest_first(rings);
  std::vector<int> outer(rings.size(), -1);
  for (std::size_t i = 1; i < order.size(); ++i)
    for (std::size_t j = i; j-- > 0;) {  // the smallest around it first
      const KnownRing &own = rings[order[i]], &around = rings[order[j]];
      if (around.area == own.area || !encloses(around, own.inside)) continue;
      if (outer[order[j]] < 0) outer[order[i]] = order[j];
      break;
    }
  return outer;
}

}  // namespace

std::vector<MapPolygon> polygons_of(const std::vector<MapLine>& lines) {
  std::vector<KnownRing> rings = known_rings(lines);
  const std::vector<int> outer = outer_rings(rings);
  std::vector<MapPolygon> polygons;
  std::vector<std::size_t> polygon(rings.size());
  for (std::size_t i = 0; i < rings.size(); ++i)
    if (outer[i] < 0) {
      polygon[i] = polygons.size();
      polygons.push_back({std::move(rings[i].line)});
    }
  for (std::size_t i = 0; i < rings.size(); ++i)
    if (outer[i] >= 0) {
      std::ranges::reverse(rings[i].line);
      polygons[polygon[outer[i]]].push_back(std::move(rings[i].line));
    }
  return polygons;
}

}  // namespace tijian::report
