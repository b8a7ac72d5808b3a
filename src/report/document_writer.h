#pragma once
#include "tijian/report/health_report.h"

namespace tijian::report {

/// The report as a DOCX file, to be edited by the office that issues it. InputError (C390) where it
/// cannot be written.
void write_document(const HealthReport&, Language, const std::string& path);

}  // namespace tijian::report
