#pragma once
#include "tables/reading/archive.h"
#include "tables/reading/cell_output.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// A sheet that a workbook lists.
struct XlsxSheetEntry {
  std::string name, relationship;
  bool hidden = false;
};

/// What xl/workbook.xml says.
struct XlsxWorkbook {
  std::vector<XlsxSheetEntry> sheets;
  bool from_1904 = false;
  bool to_be_computed = false;
};

XlsxWorkbook read_xlsx_workbook(XmlReader&);

/// Hands on a whole XLSX workbook; a ReadFault where the archive holds none.
void read_xlsx(Archive&, CellOutput&);

}  // namespace tijian::tables
