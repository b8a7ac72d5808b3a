#include "report/map_geometry.h"

#include <cmath>

#include "base/number.h"
#include "report/map_polygons.h"

namespace tijian::report {
namespace {

double with_seven_decimals(double x) { return std::round(x * 1e7) / 1e7; }

std::vector<MapLine> rounded_rings(const PlaceOutline& outline) {
  std::vector<MapLine> rings = outline.rings;
  for (MapLine& ring : rings)
    for (auto& [x, y] : ring) x = with_seven_decimals(x), y = with_seven_decimals(y);
  return rings;
}

/// `[[116.4,39.9],...]`
std::string positions_json(const MapLine& ring) {
  std::string out = "[";
  for (const auto& [x, y] : ring)
    out += (out.size() > 1 ? ",[" : "[") + base::shortest(x) + ',' + base::shortest(y) + ']';
  return out + ']';
}

std::string polygon_json(const MapPolygon& polygon) {
  std::string out = "[";
  for (const MapLine& ring : polygon) out += (out.size() > 1 ? "," : "") + positions_json(ring);
  return out + ']';
}

}  // namespace

std::string geometry_json(const PlaceOutline& outline) {
  const std::vector<MapPolygon> polygons = polygons_of(rounded_rings(outline));
  if (polygons.empty()) return "null";
  std::string coordinates;
  for (const MapPolygon& polygon : polygons)
    coordinates += (coordinates.empty() ? "" : ",") + polygon_json(polygon);
  const bool several = polygons.size() > 1;
  return std::string(R"({"type":")") + (several ? "MultiPolygon" : "Polygon") +
         R"(","coordinates":)" + (several ? '[' + coordinates + ']' : coordinates) + '}';
}

}  // namespace tijian::report
