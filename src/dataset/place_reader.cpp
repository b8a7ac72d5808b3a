#include "dataset/place_reader.h"

#include <algorithm>

#include "base/catalogue.h"
#include "base/spelling.h"
#include "dataset/place_stem.h"
#include "dataset/rows.h"
#include "dataset/total_names.h"
#include "framework/attributes.h"
#include "framework/title.h"

namespace tijian::dataset {
namespace {

/// A value of the list as people call it.
Text value_called(const PlaceAttribute& attribute, const std::string& id) {
  const AttributeValue* value = attribute.value(id);
  return value ? framework::title_of(*value) : Text(id);
}

/// The column of an attribute, a new one where the data have none.
Attribute& attribute_of(Rows& rows, const std::string& id) {
  const auto found = std::ranges::find(rows.attributes, id, &Attribute::name);
  if (found != rows.attributes.end()) return *found;
  rows.attributes.push_back({id, {}, std::vector<std::int32_t>(rows.place.size(), -1)});
  return rows.attributes.back();
}

/// What the list says of each of the rows' places; null where it does not know it.
std::vector<const Place*> listed_places(const Framework& framework, const Rows& rows) {
  std::map<std::string_view, const Place*> by_name;
  for (const Place& place : framework.places) by_name[place.name] = &place;
  std::vector<const Place*> places;
  for (const std::string& name : rows.places) {
    const auto found = by_name.find(name);
    places.push_back(found == by_name.end() ? nullptr : found->second);
  }
  return places;
}

/// A total is no place, and no slip of one.
Text leave_out(const std::string& name) {
  return {
      "a total or a mean is no place: delete the row, or leave it out by sources.yaml: "
      "leave_out: {places: [" +
          name + "]}",
      "合计或平均不是评价单元：请删去该行，或在 sources.yaml 中略过：leave_out: {places: [" + name +
          "]}"};
}

}  // namespace

PlaceReader::PlaceReader(const Framework& framework) : framework_(&framework) {
  for (const Place& place : framework.places) {
    by_key_.try_emplace(base::name_key(place.name), &place);
    for (const std::string& alias : place.aliases)
      by_key_.try_emplace(base::name_key(alias), &place);
    if (!place.code.empty()) by_key_.try_emplace(base::name_key(place.code), &place);
  }
}

Diagnostic PlaceReader::unknown_place(std::string_view text, const Citation& where) const {
  std::vector<std::string> names;
  std::string same_stem;
  for (const Place& place : framework_->places) {
    names.push_back(place.name);
    names.insert(names.end(), place.aliases.begin(), place.aliases.end());
    if (place_stem(place.name) == place_stem(text)) same_stem = place.name;
  }
  Diagnostic fault = base::make_diagnostic(
      "B457", where, {{"found", base::excerpt(text)}, {"likely", names.front()}});
  const std::string near = same_stem.empty() ? base::nearest(text, names) : same_stem;
  if (!near.empty()) fault.hint = base::did_you_mean(near);
  if (names_total(text)) fault.hint = leave_out(base::excerpt(text));
  return fault;
}

const Place* PlaceReader::listed(std::string_view text, const Citation& where, Faults& faults) {
  if (const auto known = known_.find(text); known != known_.end()) return known->second;
  const auto found = by_key_.find(base::name_key(text));
  const Place* place = found == by_key_.end() ? nullptr : found->second;
  if (!place) faults.add("B457", [&] { return unknown_place(text, where); });
  return known_[std::string(text)] = place;
}

std::string_view PlaceReader::place(std::string_view text, const Citation& where, Faults& faults) {
  if (framework_->places.empty()) return text;
  const Place* place = listed(text, where, faults);
  return place ? std::string_view(place->name) : text;
}

std::string_view PlaceReader::value(const PlaceAttribute& attribute, std::string_view text,
                                    const Citation& where, Faults& faults) {
  if (attribute.id == parent_attribute) return place(text, where, faults);
  if (attribute.values.empty()) return text;
  auto& known = values_[&attribute];
  if (const auto before = known.find(text); before != known.end()) return before->second;
  const AttributeValue* value = attribute.value(text);
  if (!value)
    faults.add("B456", [&] {
      Diagnostic fault = base::make_diagnostic("B456", where,
                                               {{"found", base::excerpt(text)},
                                                {"attribute", framework::title_of(attribute)},
                                                {"names", framework::list_of_values(attribute)}});
      base::suggest(fault, text, framework::spellings_of(attribute));
      return fault;
    });
  return known[std::string(text)] = value ? value->id : std::string{};
}

std::string_view PlaceReader::attribute(int number, std::string_view name, std::string_view text,
                                        const Citation& where, Faults& faults) {
  const PlaceAttribute& attribute = framework_->attributes[number];
  if (text.empty()) return text;
  const std::string_view found = value(attribute, text, where, faults);
  if (framework_->places.empty()) return found;
  const auto known = known_.find(name);
  const Place* place = known == known_.end() ? nullptr : known->second;
  if (!place) {
    const auto listed = by_key_.find(base::name_key(name));
    if (listed == by_key_.end()) return found;
    place = listed->second;
  }
  const std::string& own = place->attribute(attribute.id);
  if (own.empty() || found.empty() || own == found) return found;
  if (!told_.emplace(place, &attribute, std::string(found)).second) return own;
  faults.add("B458", [&] {
    Diagnostic fault = base::make_diagnostic("B458", where,
                                             {{"place", place->name},
                                              {"attribute", framework::title_of(attribute)},
                                              {"found", base::excerpt(text)},
                                              {"listed", value_called(attribute, own)}});
    fault.also.push_back(place->where);
    return fault;
  });
  return own;
}

bool lists_attribute(const Framework& framework, std::string_view attribute) {
  return std::ranges::any_of(
      framework.places, [&](const Place& place) { return !place.attribute(attribute).empty(); });
}

void add_listed_attributes(const Framework& framework, Rows& rows) {
  const std::vector<const Place*> places = listed_places(framework, rows);
  for (const PlaceAttribute& attribute : framework.attributes) {
    if (!lists_attribute(framework, attribute.id)) continue;
    Attribute& column = attribute_of(rows, attribute.id);
    NameTable texts;
    for (const std::string& text : column.values) texts.add(text);
    for (std::size_t row = 0; row < rows.place.size(); ++row) {
      const Place* place = places[rows.place[row]];
      if (!place || column.of_row[row] >= 0) continue;
      const std::string& text = place->attribute(attribute.id);
      if (!text.empty()) column.of_row[row] = texts.add(text);
    }
    column.values = texts.take();
  }
}

}  // namespace tijian::dataset
