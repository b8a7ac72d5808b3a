#pragma once
#include <string>
#include <utility>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/diagnostic.h"
#include "tijian/framework.h"

namespace tijian {

/// A place as it is drawn on a map.
struct PlaceOutline {
  std::string place;  ///< its name in the rows
  /// Closed rings of (longitude, latitude) in degrees or, on a projected map, (easting, northing),
  /// in the file's order; holes are rings too.
  std::vector<std::vector<std::pair<double, double>>> rings;
  bool operator==(const PlaceOutline&) const = default;
};

/// The outlines of places: a place stands once, in the order of the rows' places.
struct PlaceMap {
  std::vector<PlaceOutline> outlines;
  bool degrees = true;                 ///< longitude and latitude; false: projected
  std::string source;                  ///< the file's name (and what it says of its origin)
  std::vector<std::string> unmatched;  ///< features of no place of the rows
};

/// Reads a GeoJSON FeatureCollection of polygons; features are joined to places as in
/// `load_neighbours`. It is projected where it has a `crs` other than CRS84, EPSG:4326 or EPSG:4490
/// or coordinates beyond 180 and 90. What it says of its origin are its members name, source,
/// attribution and license. B481: features of no place of the rows (a warning); B483: places of the
/// rows that the map lacks (a warning), but for one that others name as their `parent`: they draw
/// it. C3xx for what is wrong with the file.
Loaded<PlaceMap> load_place_map(const std::string& path, const Framework&, const Rows&);

}  // namespace tijian
