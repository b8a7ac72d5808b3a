#pragma once
#include <string>

#include "tijian/report/health_report.h"

namespace tijian::report {

/// What the page and the sheets are made from: one JSON document, as page/src/page.ts describes it,
/// its lists packed as in page/src/packed.ts.
std::string page_document(const HealthReport&, Language);

}  // namespace tijian::report
