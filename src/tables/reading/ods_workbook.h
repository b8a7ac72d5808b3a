#pragma once
#include "tables/reading/archive.h"
#include "tables/reading/cell_output.h"
#include "tables/reading/ods_styles.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// Whether the archive is an OpenDocument file.
bool is_open_document(Archive&);
/// Hands on what content.xml holds; a ReadFault where that is no workbook.
void read_ods_content(XmlReader&, OdsStyles&, CellOutput&);
/// Hands on a whole ODS workbook.
void read_ods(Archive&, CellOutput&);

}  // namespace tijian::tables
