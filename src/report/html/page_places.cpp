#include <algorithm>

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

void add_place(const PageContent& page, Index row, std::string_view type, JsonWriter& json) {
  const Place* known = known_place(page, row);
  json.open('{').add("name", page.place(row)).add("short", short_name(page, row));
  json.add("type", type).add("parent", attribute_at(page, row, parent_attribute));
  json.add("row", known ? known->row.value_or(0) : 0);
  json.add("column", known ? known->column.value_or(0) : 0);
  json.add("code", known ? known->code : "").close('}');
}

}  // namespace

void add_page_places(const PageContent& page, JsonWriter& json) {
  const PlaceAttribute* attribute = type_attribute(page.framework());
  std::vector<std::string> types;  // in the order of their coming
  json.key("places").open('[');
  for (const Index row : page.rows.rows()) {
    const std::string type = attribute ? attribute_at(page, row, attribute->id) : "";
    if (!type.empty() && std::ranges::find(types, type) == types.end()) types.push_back(type);
    add_place(page, row, type, json);
  }
  json.close(']').key("types").open('[');
  for (const std::string& type : types) {
    const AttributeValue* value = attribute->value(type);
    json.open('{').add("id", type).add("title", value ? page.say(value->title) : type).close('}');
  }
  json.close(']');
}

}  // namespace tijian::report
