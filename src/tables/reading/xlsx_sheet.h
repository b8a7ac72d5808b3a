#pragma once
#include "tables/reading/cell_output.h"
#include "tables/reading/xlsx_styles.h"
#include "tables/reading/xlsx_text.h"
#include "tables/reading/xml_reader.h"

namespace tijian::tables {

/// What the cells of an XLSX workbook refer to.
struct XlsxContext {
  SharedStrings strings;
  XlsxStyles styles;
  bool has_styles = false;
  bool from_1904 = false;
  bool to_be_computed = false;  ///< the writer asks Excel to compute all formulas
};

/// Hands on what one sheet holds; its name was handed on before.
void read_xlsx_sheet(XmlReader&, const XlsxContext&, CellOutput&);

}  // namespace tijian::tables
