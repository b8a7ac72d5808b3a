#include "tijian/report/template_sheet.h"

#include <algorithm>

#include "report/csv_lines.h"

namespace tijian::report {
namespace {

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

/// In the language of those who fill it in: the reader knows both. Attributes have their ids only.
std::string header(const Framework& framework, Language say) {
  std::string out = say("place,period,", "评价单元,时期,");
  for (const std::string& attribute : framework.attributes) out += csv_cell(attribute) + ',';
  return out + say("variable,title,unit,definition,keeper,value,source\r\n",
                   "变量,名称,单位,定义,保管部门,数值,来源\r\n");
}

}  // namespace

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
  std::string out = byte_order_mark + header(framework, say);
  std::vector<std::string> places = options.places;
  // Left empty, a value without a place is an error when the sheet is read: nothing to forget.
  if (places.empty()) places.emplace_back();
  for (const std::string& place : places)
    for (const Variable& variable : framework.variables) {
      const std::string kept_by = keeper_of(framework, variable);
      if (keeper && kept_by != *keeper) continue;
      out += csv_cell(place) + ',' + csv_cell(options.period) + ',';
      out.append(framework.attributes.size(), ',');
      for (const std::string& text :
           {variable.id, say(variable.title), variable.unit, say(variable.definition), kept_by})
        out += csv_cell(text) + ',';
      out += ",\r\n";  // value and source are theirs to fill in
    }
  return out;
}

}  // namespace tijian::report
