#include <algorithm>
#include <cmath>

#include "diagnosis/context.h"
#include "report/html/page_parts.h"

namespace tijian::report {
namespace {

/// By what places are peers; null: all are.
const PlaceAttribute* type_attribute(const Framework& framework) {
  const int attribute = framework.find_attribute(framework.peers.attribute);
  return attribute < 0 ? nullptr : &framework.attributes[static_cast<std::size_t>(attribute)];
}

const Place* known_place(const PageContent& page, Index row) {
  const int known = page.framework().find_place(page.place(row));
  return known < 0 ? nullptr : &page.framework().places[static_cast<std::size_t>(known)];
}

std::string attribute_at(const PageContent& page, Index row, std::string_view name) {
  if (const Attribute* given = page.diagnosis().rows.attribute(name))
    if (const std::string_view text = given->at(row); !text.empty()) return std::string(text);
  const Place* known = known_place(page, row);
  return known ? known->attribute(name) : "";
}

bool is_latin(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The first alias in the letters of the language: aliases stand short ones first.
std::string short_name(const PageContent& page, Index row) {
  if (const Place* known = known_place(page, row))
    for (const std::string& alias : known->aliases)
      if (is_latin(alias) != page.say.chinese) return alias;
  return page.place(row);
}

/// The place's own figures by which it is alike others or not (DiagnosisRules::context), for the
/// head of its sheet: population, area.
struct Fact {
  std::string title, unit;
  std::vector<double> values;  ///< by row of the data
};

std::vector<Fact> facts_of(const PageContent& page) {
  const Framework& framework = page.framework();
  std::vector<Fact> facts;
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

void add_facts(const std::vector<Fact>& facts, Index row, JsonWriter& json) {
  json.key("facts").open('[');
  for (const Fact& fact : facts)
    if (const double value = fact.values[static_cast<std::size_t>(row)]; !std::isnan(value))
      json.open('{').add("title", fact.title).add("value", value).add("unit", fact.unit).close('}');
  json.close(']');
}

void add_place(const PageContent& page, Index row, std::string_view type,
               const std::vector<Fact>& facts, JsonWriter& json) {
  const Place* known = known_place(page, row);
  json.open('{').add("name", page.place(row)).add("short", short_name(page, row));
  json.add("type", type).add("parent", attribute_at(page, row, parent_attribute));
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
  const std::vector<Fact> facts = facts_of(page);
  json.key("places").open('[');
  for (const Index row : page.rows.rows()) {
    const std::string type = attribute ? attribute_at(page, row, attribute->id) : "";
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
