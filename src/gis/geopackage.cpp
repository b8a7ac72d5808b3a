#include "gis/geopackage.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tijian::gis {
namespace {

constexpr const char* json_path = "/vsimem/tijian.geojson";
constexpr const char* package_path = "/vsimem/tijian.gpkg";
constexpr const char* no_date = "1970-01-01T00:00:00.000Z";  // the same bytes on every day

struct CloseDataset {
  void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

struct FreeFeature {
  void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FreeFeature>;

void check(bool done) {
  if (!done) throw std::runtime_error(CPLGetLastErrorMsg());
}

/// A setting of GDAL's, until the end of the block.
class Setting {
 public:
  Setting(const char* key, const char* value) : key_(key) {
    CPLSetThreadLocalConfigOption(key_, value);
  }
  ~Setting() { CPLSetThreadLocalConfigOption(key_, nullptr); }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;

 private:
  const char* key_;
};

OGRFieldType type_of(char type) {
  return type == 't' ? OFTString : type == 'r' ? OFTReal : OFTInteger;
}

void add_field(OGRLayerH layer, const char* name, char type) {
  OGRFieldDefnH field = OGR_Fld_Create(name, type_of(type));
  if (type == 'b') OGR_Fld_SetSubType(field, OFSTBoolean);
  const OGRErr fault = OGR_L_CreateField(layer, field, FALSE);
  OGR_Fld_Destroy(field);
  check(fault == OGRERR_NONE);
}

struct ReleaseSystem {
  void operator()(OGRSpatialReferenceH system) const { OSRRelease(system); }
};
using System = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReleaseSystem>;

/// Of degrees; else metres of which nobody says where they are counted from, by the name under
/// which a GeoPackage knows that.
System reference_system(bool degrees) {
  System system(OSRNewSpatialReference(nullptr));
  check((degrees ? OSRImportFromEPSG(system.get(), 4326)
                 : OSRSetLocalCS(system.get(), "Undefined Cartesian SRS")) == OGRERR_NONE);
  return system;
}

OGRLayerH create_layer(GDALDatasetH package, const TijianLayer& of) {
  const System system = reference_system(of.degrees);
  char** options = CSLSetNameValue(nullptr, "IDENTIFIER", of.title);
  options = CSLSetNameValue(options, "DESCRIPTION", of.description);
  OGRLayerH layer =
      GDALDatasetCreateLayer(package, of.name, system.get(), wkbMultiPolygon, options);
  CSLDestroy(options);
  check(layer);
  for (std::size_t i = 0; i < of.field_count; ++i)
    add_field(layer, of.fields[i].name, of.fields[i].type);
  return layer;
}

/// A feature of the text as one of the layer, its polygon as one of several.
void add_feature(OGRLayerH layer, OGRFeatureH from) {
  const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
  check(OGR_F_SetFrom(feature.get(), from, TRUE) == OGRERR_NONE);
  OGR_F_SetFID(feature.get(), OGRNullFID);
  if (OGRGeometryH shape = OGR_F_StealGeometry(feature.get()))
    OGR_F_SetGeometryDirectly(feature.get(), OGR_G_ForceToMultiPolygon(shape));
  check(OGR_L_CreateFeature(layer, feature.get()) == OGRERR_NONE);
}

void add_features(OGRLayerH layer, std::string_view text) {
  auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(text.data()));  // only read
  VSIFCloseL(VSIFileFromMemBuffer(json_path, bytes, text.size(), FALSE));
  const Dataset json(
      GDALOpenEx(json_path, GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR, nullptr, nullptr, nullptr));
  check(json.get());
  OGRLayerH from = GDALDatasetGetLayer(json.get(), 0);
  check(from);
  while (const Feature feature{OGR_L_GetNextFeature(from)}) add_feature(layer, feature.get());
}

void set_text(OGRFeatureH feature, const char* field, const char* text) {
  OGR_F_SetFieldString(feature, OGR_F_GetFieldIndex(feature, field), text);
}

/// The table that QGIS looks for; the style in it is the layer's own.
void add_style(GDALDatasetH package, OGRLayerH layer, const TijianLayer& of) {
  char** options = CSLSetNameValue(nullptr, "FID", "id");
  OGRLayerH styles = GDALDatasetCreateLayer(package, "layer_styles", nullptr, wkbNone, options);
  CSLDestroy(options);
  check(styles);
  for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column",
                           "styleName", "styleQML", "styleSLD"})
    add_field(styles, name, 't');
  add_field(styles, "useAsDefault", 'b');
  for (const char* name : {"description", "owner", "ui", "update_time"})
    add_field(styles, name, 't');
  const Feature style(OGR_F_Create(OGR_L_GetLayerDefn(styles)));
  for (const char* name : {"f_table_catalog", "f_table_schema", "styleSLD", "owner"})
    set_text(style.get(), name, "");
  set_text(style.get(), "f_table_name", of.name);
  set_text(style.get(), "f_geometry_column", OGR_L_GetGeometryColumn(layer));
  set_text(style.get(), "styleName", of.style_name);
  set_text(style.get(), "styleQML", of.style_qml);
  set_text(style.get(), "description", of.title);
  set_text(style.get(), "update_time", no_date);
  OGR_F_SetFieldInteger(style.get(), OGR_F_GetFieldIndex(style.get(), "useAsDefault"), 1);
  check(OGR_L_CreateFeature(styles, style.get()) == OGRERR_NONE);
}

/// In memory: how a file is written is the report's affair.
void make(const TijianLayer& of) {
  const Setting date("OGR_CURRENT_DATE", no_date);
  GDALDriverH driver = GDALGetDriverByName("GPKG");
  if (!driver) throw std::runtime_error("GDAL: GPKG?");
  Dataset package(GDALCreate(driver, package_path, 0, 0, 0, GDT_Unknown, nullptr));
  check(package.get());
  OGRLayerH layer = create_layer(package.get(), of);
  add_features(layer, of.geojson);
  add_style(package.get(), layer, of);
}

/// No files of an earlier call, nor of this one, are left.
struct NoFiles {
  ~NoFiles() {
    VSIUnlink(json_path);
    VSIUnlink(package_path);
  }
};

}  // namespace
}  // namespace tijian::gis

const char* tijian_geopackage(const TijianLayer* layer,
                              void (*take)(void* to, const char* bytes, std::size_t size),
                              void* to) {
  static std::string fault;
  using namespace tijian::gis;
  const NoFiles none_left;
  CPLPushErrorHandler(CPLQuietErrorHandler);
  try {
    GDALAllRegister();
    make(*layer);
    vsi_l_offset size = 0;
    const GByte* bytes = VSIGetMemFileBuffer(package_path, &size, FALSE);
    check(bytes);
    take(to, reinterpret_cast<const char*>(bytes), size);
    fault.clear();
  } catch (const std::exception& caught) {
    fault = caught.what();
  }
  CPLPopErrorHandler();
  return fault.empty() ? nullptr : fault.c_str();
}
