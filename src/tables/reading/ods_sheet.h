#pragma once
#include "tables/reading/cell_output.h"
#include "tables/reading/ods_styles.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// Hands on the sheet whose element was just opened.
void read_ods_sheet(XmlReader&, const OdsStyles&, CellOutput&);

}  // namespace tijian::tables
