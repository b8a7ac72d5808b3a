#include <algorithm>
#include <cmath>

#include "diagnosis/context.h"
#include "report/html/page_parts.h"
#include "report/listed_place.h"

namespace tijian::report {
namespace {

bool is_latin(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The first alias in the letters of the language: aliases stand short ones first.
std::string short_name(const PageContent& page, Index row) {
  if (const Place* known = listed_place(page.run(), row))
    for (const std::string& alias : known->aliases)
      if (is_latin(alias) != page.say.chinese) return alias;
  return page.place(row);
}

/// The place's own figures by which it is alike others or not (DiagnosisRules::context), for the
/// head of its sheet: population, area.
struct PlaceFigure {
  std::string title, unit;
  std::vector<double> values;  ///< by row of the data
};

std::vector<PlaceFigure> facts_of(const PageContent& page) {
  const Framework& framework = page.framework();
  std::vector<PlaceFigure> facts;
  for (const std::string& id : framework.diagnosis.context) {
    const int variable = framework.find_variable(id), indicator = framework.find_indicator(id);
    std::vector<double> values = diagnosis::context_values(page.run(), id);
    if (variable >= 0) {
      const Variable& own = framework.variables[static_cast<std::size_t>(variable)];
      facts.push_back({page.say(own.title), own.unit, std::move(values)});
    } else {
      const Indicator& own = framework.indicators[static_cast<std::size_t>(indicator)];
      facts.push_back({page.say(own.title), own.unit, std::move(values)});
    }
    if (indicator < 0) continue;
    if (const Text& brief = framework.nodes[framework.node_of(indicator)].short_title;
        !brief.empty())
      facts.back().title = page.say(brief);
  }
  return facts;
}

void add_facts(const std::vector<PlaceFigure>& facts, Index row, JsonWriter& json) {
  json.key("facts").open('[');
  for (const PlaceFigure& fact : facts)
    if (const double value = fact.values[static_cast<std::size_t>(row)]; !std::isnan(value))
      json.open('{').add("title", fact.title).add("value", value).add("unit", fact.unit).close('}');
  json.close(']');
}

void add_place(const PageContent& page, Index row, std::string_view type,
               const std::vector<PlaceFigure>& facts, JsonWriter& json) {
  const Place* known = listed_place(page.run(), row);
  json.open('{').add("name", page.place(row)).add("short", short_name(page, row));
  json.add("type", type).add("parent", attribute_of(page.run(), row, parent_attribute));
  json.add("row", known ? known->row.value_or(0) : 0);
  json.add("column", known ? known->column.value_or(0) : 0);
  json.add("code", known ? known->code : "");
  add_facts(facts, row, json);
  json.close('}');
}

}  // namespace

void add_page_places(const PageContent& page, JsonWriter& json) {
  const PlaceAttribute* attribute = type_attribute(page.framework());
  std::vector<std::string> types;  // in the order of their coming
  const std::vector<PlaceFigure> facts = facts_of(page);
  json.key("places").open('[');
  for (const Index row : page.rows.rows()) {
    const std::string type = attribute ? attribute_of(page.run(), row, attribute->id) : "";
    if (!type.empty() && std::ranges::find(types, type) == types.end()) types.push_back(type);
    add_place(page, row, type, facts, json);
  }
  json.close(']').key("types").open('[');
  for (const std::string& type : types) {
    const AttributeValue* value = attribute->value(type);
    json.open('{').add("id", type).add("title", value ? page.say(value->title) : type).close('}');
  }
  json.close(']');
}

}  // namespace tijian::report
