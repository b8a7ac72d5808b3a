#include "tijian/report/template_sheet.h"

#include <algorithm>

#include "formula/formula.h"
#include "report/csv_lines.h"

namespace tijian::report {
namespace {

/// In the language of those who fill it in: the reader knows both.
std::string header(const Framework& framework, Language say) {
  std::string out = say("place,period,", "评价单元,时期,");
  for (const PlaceAttribute& attribute : framework.attributes)
    out += csv_cell(attribute.title.empty() ? attribute.id : say(attribute.title)) + ',';
  return out + say("variable,title,unit,definition,keeper,value,source\r\n",
                   "变量,名称,单位,定义,保管部门,数值,来源\r\n");
}

/// The places that a sheet asks: those named, else all of the list. Else a cell is left empty: a
/// value without a place is an error when the sheet is read, so that nobody forgets.
std::vector<std::string> places_of(const Framework& framework, const SheetOptions& options) {
  std::vector<std::string> names = options.places;
  if (names.empty())
    for (const Place& place : framework.places) names.push_back(place.name);
  if (names.empty()) names.emplace_back();
  return names;
}

std::string attribute_cell(const PlaceAttribute& attribute, const Place& place, Language say) {
  const std::string& text = place.attribute(attribute.id);
  const AttributeValue* value = attribute.value(text);
  return csv_cell(value && !value->title.empty() ? say(value->title) : text);
}

/// The first cells of a place's rows: its name, the period, what the list says of its attributes.
std::string place_cells(const Framework& framework, const std::string& name,
                        const std::string& period, Language say) {
  const int listed = framework.find_place(name);
  const Place place = listed < 0 ? Place{name} : framework.places[listed];
  std::string cells = csv_cell(place.name) + ',' + csv_cell(period) + ',';
  for (const PlaceAttribute& attribute : framework.attributes)
    cells += attribute_cell(attribute, place, say) + ',';
  return cells;
}

/// Whether an indicator applies to a place of the list.
bool applies(const Indicator& indicator, const Place& place) {
  return std::ranges::all_of(indicator.only_for, [&](const auto& condition) {
    const auto& [attribute, values] = condition;
    const std::string& own = place.attribute(attribute);
    return own.empty() || std::ranges::find(values, own) != values.end();
  });
}

/// Whether a place of the list is asked for a variable: unless all indicators that use it apply
/// elsewhere only.
bool asked(const Framework& framework, int variable, const std::string& name) {
  const int listed = framework.find_place(name);
  if (listed < 0) return true;
  bool used = false;
  for (const Indicator& indicator : framework.indicators) {
    const auto variables =
        indicator.compiled ? indicator.compiled->variables() : std::span<const int>{};
    if (std::ranges::find(variables, variable) == variables.end()) continue;
    used = true;
    if (applies(indicator, framework.places[listed])) return true;
  }
  return !used;
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
  std::string out = std::string(byte_order_mark) + header(framework, say);
  for (const std::string& place : places_of(framework, options)) {
    const std::string cells = place_cells(framework, place, options.period, say);
    for (std::size_t v = 0; v < framework.variables.size(); ++v) {
      const Variable& variable = framework.variables[v];
      const std::string kept_by = keeper_of(framework, variable);
      if (keeper && kept_by != *keeper) continue;
      if (!asked(framework, static_cast<int>(v), place)) continue;
      out += cells;
      for (const std::string& text :
           {variable.id, say(variable.title), variable.unit, say(variable.definition), kept_by})
        out += csv_cell(text) + ',';
      out += ",\r\n";  // value and source are theirs to fill in
    }
  }
  return out;
}

}  // namespace tijian::report
