#pragma once
#include <optional>
#include <string>
#include <vector>

#include "statistics/contiguity.h"
#include "tijian/diagnostic.h"

namespace tijian::diagnosis {

/// A feature of a GeoJSON map.
struct MapFeature {
  std::string at;                  ///< `features[3]`
  std::vector<std::string> names;  ///< what may tell its place, the likeliest first
  /// Its rings; nothing where its geometry is no polygon.
  std::optional<statistics::MapShape> shape;
};

/// The features of a GeoJSON text. C365 where it is no JSON, C366 where it is no FeatureCollection.
std::vector<MapFeature> read_map(const std::string& text, const std::string& path,
                                 std::vector<Diagnostic>&);

}  // namespace tijian::diagnosis
