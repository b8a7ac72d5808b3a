#pragma once
#include <string>
#include <string_view>

#include "tables/reading/cell_output.h"
#include "tables/reading/xlsx_sheet.h"

namespace tijian::tables {

/// A cell of an XLSX sheet as it is written.
struct XlsxCell {
  int row = 0, column = 0;
  char type =
      'n';  ///< n(umber), s(hared text), t(ext of a formula), i(nline), b(oolean), e(rror), d
  const NumberFormat* format = nullptr;  ///< null: none
  bool formula = false, has_value = false;
  std::string value;         ///< of <v> or <is>
  std::string formula_text;  ///< without its =
};

/// What a cell says, from what it is written as.
class XlsxCellReader {
 public:
  XlsxCellReader(const XlsxContext& context, const CellOutput& output)
      : context_(context), output_(output) {}

  /// The text lasts as long as the cell and this.
  CellValue value(XlsxCell&);

 private:
  CellValue number(const XlsxCell&);
  CellValue shown(double number, const FormatSection&);
  CellValue boolean(const XlsxCell&) const;
  CellValue shared(const XlsxCell&) const;
  CellValue day(const XlsxCell&);
  CellValue formula(const XlsxCell&);
  CellValue text_of(char kind, const XlsxCell&) const;
  bool without_result(const XlsxCell&) const;

  const XlsxContext& context_;
  const CellOutput& output_;
  std::string made_;
};

}  // namespace tijian::tables
