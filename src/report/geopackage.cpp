#include "gis/geopackage.h"

#include <array>

#include "base/catalogue.h"
#include "base/module.h"
#include "base/output_file.h"
#include "report/layer_style.h"
#include "report/report_formats.h"

namespace tijian::report {
namespace {

using GeoPackageMaker = decltype(&tijian_geopackage);

char letter_of(FieldType type) {
  constexpr std::array letters{'t', 'r', 'i', 'b'};  // in the order of the type
  return letters[static_cast<std::size_t>(type)];
}

std::vector<TijianLayerField> plain_fields(const PlaceLayer& layer) {
  std::vector<TijianLayerField> fields;
  for (const LayerField& field : layer.fields())
    fields.push_back({field.name.c_str(), letter_of(field.type)});
  return fields;
}

void keep_bytes(void* to, const char* bytes, std::size_t size) {
  static_cast<std::string*>(to)->assign(bytes, size);
}

/// The bytes of the GeoPackage.
std::string package_of(GeoPackageMaker make, const PlaceLayer& layer, bool degrees, Language say,
                       const std::string& path) {
  JsonWriter json;
  layer.write(json);
  const std::string name = layer.name(), title = layer.title(), source = layer.source(),
                    style = layer_style(layer, say), style_name = say("lights", "灯");
  const std::vector<TijianLayerField> fields = plain_fields(layer);
  const TijianLayer plain{
      json.text().c_str(), name.c_str(),  title.c_str(),      source.c_str(), degrees,
      fields.data(),       fields.size(), style_name.c_str(), style.c_str()};
  std::string bytes;
  if (const char* fault = make(&plain, keep_bytes, &bytes))
    throw InputError({base::make_diagnostic("C390", {path}, {{"reason", fault}})});
  return bytes;
}

}  // namespace

void write_geopackage(const HealthReport& report, Language say, const std::string& path) {
  static const auto make =
      reinterpret_cast<GeoPackageMaker>(base::find_in_module("tijian_gis.so", "tijian_geopackage"));
  if (!make) throw not_in_this_build(format_of(path), path);
  const bool degrees = !report.map || report.map->degrees;
  base::write_file(path, package_of(make, PlaceLayer(report, say), degrees, say, path));
}

}  // namespace tijian::report
