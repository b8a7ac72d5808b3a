#include "report/report_formats.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/catalogue.h"
#include "report/document_writer.h"
#include "report/html/page_assets.h"
#include "report/workbook_form.h"
#include "report/workbook_writer.h"
#include "tables/office_error.h"

namespace tijian::report {
namespace {

constexpr auto not_built = nullptr;
#ifdef TIJIAN_WITH_WORKBOOK
constexpr auto workbook = write_workbook;
constexpr auto form = workbook_form;
#else
constexpr auto workbook = not_built;
constexpr std::string (*form)(const Framework&, const TemplateRows&, const std::string& keeper,
                              Language) = not_built;
#endif
#ifdef TIJIAN_WITH_DOCUMENT
constexpr auto document = write_document;
#else
constexpr auto document = not_built;
#endif

/// `.html` of `A.HTML`.
std::string lower_ending(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
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
      ReportFormat{".html",
                   {"a page that opens offline", "可离线打开的网页"},
                   page_assets().script.empty() ? not_built : write_page,
                   "npm"},
      ReportFormat{".xlsx", {"a workbook", "工作簿"}, workbook, "libxlsxwriter"},
      ReportFormat{
          ".docx", {"a document to be edited", "可编辑的文档"}, document, "libzip, pugixml"},
      ReportFormat{".geojson", {"a layer for maps", "地图图层"}, write_geojson, ""},
      ReportFormat{".gpkg",
                   {"a layer with a style for QGIS", "带 QGIS 样式的图层"},
                   write_geopackage,
                   "GDAL"}};
  return all;
}

const ReportFormat& format_of(const std::string& path) {
  const std::string ending = lower_ending(path);
  const auto formats = report_formats();
  const auto found = std::ranges::find(formats, ending, &ReportFormat::ending);
  if (found == formats.end())
    throw InputError({base::make_diagnostic("C392", {path}, {{"endings", endings()}})});
  return *found;
}

InputError not_in_this_build(const ReportFormat& format, const std::string& path) {
  return InputError({base::make_diagnostic(
      "C393", {path},
      {{"ending", std::string(format.ending)}, {"needs", std::string(format.needs)}})});
}

void write_as(const ReportFormat& format, const HealthReport& report, Language say,
              const std::string& path) {
  if (!format.write) throw not_in_this_build(format, path);
  format.write(report, say, path);
}

std::vector<std::string> write_report(const HealthReport& report, Language say,
                                      const std::string& path) {
  write_as(format_of(path), report, say, path);
  return {path};
}

void check_format(const std::string& path) {
  if (const ReportFormat& format = format_of(path); !format.write)
    throw not_in_this_build(format, path);
}

std::string template_workbook(const Framework& framework, const SheetOptions& options,
                              const std::string* keeper, Language say, const std::string& path) {
  check_format(path);
  const TemplateRows rows = template_rows(framework, options, keeper, say);
  if (rows.rows.empty()) return {};
  try {
    return form(framework, rows, keeper ? *keeper : "", say);
  } catch (const tables::OfficeError& error) {
    throw InputError({base::make_diagnostic("C390", {path}, {{"reason", error.what()}})});
  }
}

bool is_page(const std::string& path) { return format_of(path).ending == ".html"; }

void write_sheets(const HealthReport& report, Language say, const std::string& path) {
  const ReportFormat format{".html",
                            {"sheets, one a place", "体检单，每个评价单元一张"},
                            sheets_assets().script.empty() ? not_built : write_page_of_sheets,
                            "npm"};
  write_as(format, report, say, path);
}

}  // namespace tijian::report
