#include "report/report_formats.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/catalogue.h"
#include "report/document_writer.h"
#include "report/workbook_writer.h"

namespace tijian::report {
namespace {

constexpr auto not_built = nullptr;

// What each optional library makes possible.
#ifdef TIJIAN_WORKBOOK
constexpr auto workbook_writer = write_workbook;
#else
constexpr auto workbook_writer = nullptr;
#endif
#ifdef TIJIAN_DOCUMENT
constexpr auto document_writer = write_document;
#else
constexpr auto document_writer = nullptr;
#endif

const ReportFormat* format_of(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  const auto formats = report_formats();
  const auto found = std::ranges::find(formats, ending, &ReportFormat::ending);
  return found == formats.end() ? nullptr : &*found;
}

std::string endings() {
  std::string list;
  for (const ReportFormat& format : report_formats())
    list += (list.empty() ? "" : ", ") + std::string(format.ending);
  return list;
}

}  // namespace

std::span<const ReportFormat> report_formats() {
  static const std::array all{
      ReportFormat{".html", {"a page that opens offline", "可离线打开的网页"}, not_built, "npm"},
      ReportFormat{".xlsx", {"a workbook", "工作簿"}, workbook_writer, "libxlsxwriter"},
      ReportFormat{
          ".docx", {"a document to be edited", "可编辑的文档"}, document_writer, "libzip, pugixml"},
      ReportFormat{".geojson", {"a layer for maps", "地图图层"}, not_built, ""},
      ReportFormat{
          ".gpkg", {"a layer with a style for QGIS", "带 QGIS 样式的图层"}, not_built, "GDAL"}};
  return all;
}

std::vector<std::string> write_report(const HealthReport& report, Language say,
                                      const std::string& path) {
  const ReportFormat* format = format_of(path);
  if (!format) throw InputError({base::make_diagnostic("C392", {path}, {{"endings", endings()}})});
  if (!format->write)
    throw InputError({base::make_diagnostic(
        "C393", {path}, {{"ending", format->ending}, {"needs", format->needs}})});
  format->write(report, say, path);
  return {path};
}

}  // namespace tijian::report
