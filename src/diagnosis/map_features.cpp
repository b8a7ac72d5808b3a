#include "diagnosis/map_features.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::diagnosis {
namespace {

using MapJson = nlohmann::json;

constexpr std::array<std::string_view, 7> naming_properties{"place", "name",   "名称", "code",
                                                            "代码",  "adcode", "id"};

/// A member of an object; null where there is none.
const MapJson& member(const MapJson& json, const char* key) {
  static const MapJson none;
  if (!json.is_object()) return none;
  const auto found = json.find(key);
  return found == json.end() ? none : *found;
}

bool is_word(const MapJson& json, std::string_view word) {
  return json.is_string() && json.get_ref<const std::string&>() == word;
}

/// A name or a code; nothing for what can be neither.
void add_name(const MapJson& json, std::vector<std::string>& names) {
  if (json.is_string() && !json.get_ref<const std::string&>().empty())
    names.push_back(json.get<std::string>());
  else if (json.is_number_integer())
    names.push_back(json.dump());
}

std::vector<std::string> names_of(const MapJson& feature) {
  std::vector<std::string> names;
  const MapJson& properties = member(feature, "properties");
  for (const std::string_view wanted : naming_properties)
    if (properties.is_object())
      for (const auto& [key, value] : properties.items())
        if (base::name_key(key) == wanted) add_name(value, names);
  add_name(member(feature, "id"), names);
  return names;
}

bool add_ring(const MapJson& positions, statistics::MapShape& shape) {
  statistics::MapRing ring;
  if (!positions.is_array()) return false;
  for (const MapJson& position : positions) {
    if (!position.is_array() || position.size() < 2 || !position[0].is_number() ||
        !position[1].is_number())
      return false;
    ring.push_back({position[0].get<double>(), position[1].get<double>()});
  }
  shape.push_back(std::move(ring));
  return true;
}

bool add_polygon(const MapJson& rings, statistics::MapShape& shape) {
  return rings.is_array() && std::all_of(rings.begin(), rings.end(), [&](const MapJson& ring) {
           return add_ring(ring, shape);
         });
}

std::optional<statistics::MapShape> shape_of(const MapJson& geometry) {
  statistics::MapShape shape;
  const MapJson& type = member(geometry, "type");
  const MapJson& coordinates = member(geometry, "coordinates");
  bool whole = false;
  if (is_word(type, "Polygon"))
    whole = add_polygon(coordinates, shape);
  else if (is_word(type, "MultiPolygon"))
    whole = coordinates.is_array() &&
            std::all_of(coordinates.begin(), coordinates.end(),
                        [&](const MapJson& polygon) { return add_polygon(polygon, shape); });
  if (!whole || shape.empty()) return {};
  return shape;
}

/// Line and column of a byte, which counts from 1.
Citation cite_byte(const std::string& text, const std::string& path, std::size_t byte) {
  const std::string_view before = std::string_view(text).substr(0, byte > 0 ? byte - 1 : 0);
  const auto line_start = before.rfind('\n') + 1;  // 0 where there is none
  return {path, static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(before.size() - line_start) + 1};
}

}  // namespace

std::vector<MapFeature> read_map(const std::string& text, const std::string& path,
                                 std::vector<Diagnostic>& problems) {
  std::vector<MapFeature> out;
  try {
    const MapJson json = MapJson::parse(text);
    const MapJson& features = member(json, "features");
    if (!is_word(member(json, "type"), "FeatureCollection") || !features.is_array()) {
      problems.push_back(base::make_diagnostic("C366", {path}));
      return out;
    }
    for (const MapJson& feature : features)
      out.push_back({"features[" + std::to_string(out.size()) + "]", names_of(feature),
                     shape_of(member(feature, "geometry"))});
  } catch (const MapJson::parse_error& fault) {
    problems.push_back(base::make_diagnostic("C365", cite_byte(text, path, fault.byte)));
  }
  return out;
}

}  // namespace tijian::diagnosis
