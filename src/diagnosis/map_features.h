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

/// What a GeoJSON text holds.
struct MapFile {
  std::vector<MapFeature> features;
  bool degrees = true;              ///< its `crs`, where it has one, is of longitude and latitude
  std::vector<std::string> origin;  ///< its name, source, attribution and license, each if any
};

/// C365 where the text is no JSON, C366 where it is no FeatureCollection.
MapFile read_map(const std::string& text, const std::string& path, std::vector<Diagnostic>&);

}  // namespace tijian::diagnosis
