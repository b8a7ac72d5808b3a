#pragma once
#include <cstddef>

/// What `tijian_gis` offers: a module with GDAL, which costs 80 ms of start, and so is loaded only
/// where a GeoPackage is asked for. Plain C between the two, texts in UTF-8.
extern "C" {

/// 't' text, 'r' real, 'i' integer, 'b' boolean.
struct TijianLayerField {
  const char* name;
  char type;
};

struct TijianLayer {
  const char* geojson;  ///< a FeatureCollection; its members of other names are not taken
  const char* name;
  const char* title;
  const char* description;
  bool degrees;  ///< EPSG:4326; else the reference system is unknown
  const TijianLayerField* fields;
  std::size_t field_count;
  const char* style_name;
  const char* style_qml;  ///< of QGIS; the default one of the layer
};

/// Hands the bytes of a GeoPackage with that one layer to `take`, once. The same layer gives the
/// same bytes. Returns null, or what went wrong, valid until the next call.
__attribute__((visibility("default"))) const char* tijian_geopackage(
    const TijianLayer*, void (*take)(void* to, const char* bytes, std::size_t size), void* to);
}
