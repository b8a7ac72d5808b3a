#include "report/template_rows.h"

#include "report/asked.h"
#include "tijian/keeper.h"

namespace tijian::report {
namespace {

/// In the language of those who fill it in: the reader knows both.
std::vector<std::string> column_names(const Framework& framework, Language say) {
  std::vector<std::string> names{say("place", "评价单元"), say("period", "时期")};
  for (const PlaceAttribute& attribute : framework.attributes)
    names.push_back(attribute.title.empty() ? attribute.id : say(attribute.title));
  for (const auto& [en, zh] :
       {std::pair{"variable", "变量"}, std::pair{"title", "名称"}, std::pair{"unit", "单位"},
        std::pair{"definition", "定义"}, std::pair{"keeper", "保管部门"},
        std::pair{"value", "数值"}, std::pair{"source", "来源"}})
    names.push_back(say(en, zh));
  return names;
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

std::string attribute_of(const PlaceAttribute& attribute, const Place& place, Language say) {
  const std::string& text = place.attribute(attribute.id);
  const AttributeValue* value = attribute.value(text);
  return value && !value->title.empty() ? say(value->title) : text;
}

/// The first cells of a place's rows: its name, the period, what the list says of its attributes.
std::vector<std::string> place_cells(const Framework& framework, const Place& place,
                                     const std::string& period, Language say) {
  std::vector<std::string> cells{place.name, period};
  for (const PlaceAttribute& attribute : framework.attributes)
    cells.push_back(attribute_of(attribute, place, say));
  return cells;
}

}  // namespace

bool TemplateRows::open(const TemplateRow& row, int column) const {
  if (column >= value()) return true;
  const bool of_place = column == place || column >= first_attribute;
  return column < variable() && row.cells[column].empty() && !(of_place && row.listed);
}

TemplateRows template_rows(const Framework& framework, const SheetOptions& options,
                           const std::string* keeper, Language say) {
  const Asked asked(framework);
  TemplateRows sheet{
      column_names(framework, say), static_cast<int>(framework.attributes.size()), {}};
  for (const std::string& name : places_of(framework, options)) {
    const int listed = framework.find_place(name);
    const Place place = listed < 0 ? Place{name} : framework.places[listed];
    const std::vector<std::string> first = place_cells(framework, place, options.period, say);
    for (int v = 0; v < static_cast<int>(framework.variables.size()); ++v) {
      const Variable& variable = framework.variables[v];
      const std::string kept_by = keeper_of(framework, variable);
      if ((keeper && kept_by != *keeper) || !asked(v, listed)) continue;
      TemplateRow row{first, v, listed >= 0};
      row.cells.insert(row.cells.end(), {variable.id, say(variable.title), variable.unit,
                                         say(variable.definition), kept_by});
      sheet.rows.push_back(std::move(row));
    }
  }
  return sheet;
}

}  // namespace tijian::report
