#include "gis/geopackage.h"

#include <dlfcn.h>

#include <array>
#include <filesystem>

#include "base/catalogue.h"
#include "base/output_file.h"
#include "report/layer_style.h"
#include "report/report_formats.h"

namespace tijian::report {
namespace {

using GeoPackageMaker = decltype(&tijian_geopackage);

/// The folder of the program or of the shared library that this code is in. A program that was
/// found by PATH has no folder in its name.
std::filesystem::path own_folder() {
  Dl_info found{};
  if (!dladdr(reinterpret_cast<const void*>(&write_geopackage), &found) || !found.dli_fname)
    return {};
  const std::filesystem::path named = found.dli_fname;
  std::error_code none;
  return std::filesystem::weakly_canonical(named.has_parent_path() ? named : "/proc/self/exe", none)
      .parent_path();
}

/// What makes it, loaded once; null where there is no module, or no GDAL for it.
GeoPackageMaker find_maker() {
  for (const char* folder : {".", "tijian", TIJIAN_MODULES}) {
    const auto module = own_folder() / folder / "tijian_gis.so";
    if (void* library = dlopen(module.c_str(), RTLD_NOW | RTLD_LOCAL))
      return reinterpret_cast<GeoPackageMaker>(dlsym(library, "tijian_geopackage"));
  }
  return nullptr;
}

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
  static const GeoPackageMaker make = find_maker();
  if (!make) throw not_in_this_build(format_of(path), path);
  const bool degrees = !report.map || report.map->degrees;
  base::write_file(path, package_of(make, PlaceLayer(report, say), degrees, say, path));
}

}  // namespace tijian::report
