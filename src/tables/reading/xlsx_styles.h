#pragma once
#include <vector>

#include "tables/reading/number_format.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// The number formats of an XLSX workbook's cells, by the number of their style.
using XlsxStyles = std::vector<NumberFormat>;

XlsxStyles read_xlsx_styles(XmlReader&);

}  // namespace tijian::tables
