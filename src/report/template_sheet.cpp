#include "tijian/report/template_sheet.h"

#include "report/csv_lines.h"
#include "report/template_rows.h"

namespace tijian::report {

std::string template_sheet(const Framework& framework, const SheetOptions& options,
                           const std::string* keeper, Language say) {
  const TemplateRows sheet = template_rows(framework, options, keeper, say);
  std::string out(byte_order_mark);
  for (const std::string& name : sheet.header) out += csv_cell(name) + ',';
  out.back() = '\r', out += '\n';
  for (const TemplateRow& row : sheet.rows) {
    for (const std::string& cell : row.cells) out += csv_cell(cell) + ',';
    out += ",\r\n";  // value and source are theirs to fill in
  }
  return out;
}

}  // namespace tijian::report
