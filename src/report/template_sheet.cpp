#include "tijian/report/template_sheet.h"

#include <algorithm>

#include "report/csv_lines.h"
#include "report/template_rows.h"

namespace tijian::report {

std::string keeper_of(const Framework& framework, const Variable& variable) {
  if (!variable.keeper.empty()) return variable.keeper;
  const auto same = std::ranges::find(framework.indicators, variable.id, &Indicator::formula);
  return same == framework.indicators.end() ? "" : same->keeper;
}

std::vector<std::string> keepers(const Framework& framework) {
  std::vector<std::string> all;
  for (const Variable& variable : framework.variables)
    if (const std::string keeper = keeper_of(framework, variable);
        std::ranges::find(all, keeper) == all.end())
      all.push_back(keeper);
  return all;
}

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
