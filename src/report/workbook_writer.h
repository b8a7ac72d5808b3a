#pragma once
#include "tijian/report/health_report.h"

namespace tijian::report {

/// The report as an XLSX file. InputError (C390) where it cannot be written.
void write_workbook(const HealthReport&, Language, const std::string& path);

}  // namespace tijian::report
