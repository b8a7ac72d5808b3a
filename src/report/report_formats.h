#pragma once
#include <span>
#include <string>
#include <string_view>

#include "tijian/report/health_report.h"

/// The formats of a report: one table, so that help, messages and `write_report` say the same.
namespace tijian::report {

struct ReportFormat {
  std::string_view ending;  ///< `.html`
  Text title;
  void (*write)(const HealthReport&, Language, const std::string& path);  ///< null: not built
  std::string_view needs;  ///< what this build lacks where it is not
};
std::span<const ReportFormat> report_formats();
/// By the path's ending, whatever its case. InputError (C392) where there is none.
const ReportFormat& format_of(const std::string& path);
/// C393: this build, or this installation, lacks what that format needs.
InputError not_in_this_build(const ReportFormat&, const std::string& path);
/// InputError (C393) where this build lacks the writer.
void write_as(const ReportFormat&, const HealthReport&, Language, const std::string& path);

// The writers.
void write_page(const HealthReport&, Language, const std::string& path);
void write_page_of_sheets(const HealthReport&, Language, const std::string& path);
void write_geojson(const HealthReport&, Language, const std::string& path);
/// C393 where the module with GDAL is not found.
void write_geopackage(const HealthReport&, Language, const std::string& path);

}  // namespace tijian::report
