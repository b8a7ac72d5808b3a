#include "diagnosis/map_features.h"

#include <algorithm>
#include <array>
#include <boost/property_tree/json_parser.hpp>
#include <charconv>
#include <cmath>
#include <sstream>

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::diagnosis {
namespace {

/// JSON as Boost keeps it: numbers are texts, and the items of a list have no names.
using MapJson = boost::property_tree::ptree;

constexpr std::array<std::string_view, 7> naming_properties{"place", "name",   "名称", "code",
                                                            "代码",  "adcode", "id"};

/// A member of an object; an empty one where there is none.
const MapJson& member(const MapJson& json, const char* key) {
  static const MapJson none;
  const auto found = json.find(key);
  return found == json.not_found() ? none : found->second;
}

bool is_list(const MapJson& json) {
  return !json.empty() &&
         std::ranges::all_of(json, [](const auto& item) { return item.first.empty(); });
}

std::optional<double> number_of(const MapJson& json) {
  const std::string& text = json.data();
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = json.empty() && fault == std::errc() && end == text.data() + text.size() &&
                     std::isfinite(value);
  return whole ? std::optional(value) : std::nullopt;
}

/// A name or a code; nothing for what can be neither.
void add_name(const MapJson& json, std::vector<std::string>& names) {
  if (json.empty() && !json.data().empty() && json.data() != "null") names.push_back(json.data());
}

std::vector<std::string> names_of(const MapJson& feature) {
  std::vector<std::string> names;
  const MapJson& properties = member(feature, "properties");
  for (const std::string_view wanted : naming_properties)
    for (const auto& [key, value] : properties)
      if (base::name_key(key) == wanted) add_name(value, names);
  add_name(member(feature, "id"), names);
  return names;
}

bool add_ring(const MapJson& positions, statistics::MapShape& shape) {
  statistics::MapRing ring;
  if (!is_list(positions)) return false;
  for (const auto& [no_name, position] : positions) {
    if (!is_list(position) || position.size() < 2) return false;
    const auto x = number_of(position.front().second);
    const auto y = number_of(std::next(position.begin())->second);
    if (!x || !y) return false;
    ring.push_back({*x, *y});
  }
  shape.push_back(std::move(ring));
  return true;
}

bool add_polygon(const MapJson& rings, statistics::MapShape& shape) {
  return is_list(rings) &&
         std::ranges::all_of(rings, [&](const auto& ring) { return add_ring(ring.second, shape); });
}

std::optional<statistics::MapShape> shape_of(const MapJson& geometry) {
  statistics::MapShape shape;
  const std::string& type = member(geometry, "type").data();
  const MapJson& coordinates = member(geometry, "coordinates");
  bool whole = false;
  if (type == "Polygon")
    whole = add_polygon(coordinates, shape);
  else if (type == "MultiPolygon")
    whole = is_list(coordinates) && std::ranges::all_of(coordinates, [&](const auto& polygon) {
              return add_polygon(polygon.second, shape);
            });
  if (!whole || shape.empty()) return {};
  return shape;
}

/// Of longitude and latitude are CRS84, EPSG:4326 and, within a metre the same, EPSG:4490 of China.
bool in_degrees(const MapJson& crs) {
  const std::string& name = member(member(crs, "properties"), "name").data();
  return std::ranges::any_of(std::array{"CRS84", ":4326", ":4490"},
                             [&](const char* end) { return name.ends_with(end); });
}

std::vector<std::string> origin_of(const MapJson& map) {
  std::vector<std::string> origin;
  for (const char* key : {"name", "source", "attribution", "license"})
    add_name(member(map, key), origin);
  return origin;
}

}  // namespace

MapFile read_map(const std::string& text, const std::string& path,
                 std::vector<Diagnostic>& problems) {
  MapFile out;
  MapJson json;
  std::istringstream in(text);
  try {
    boost::property_tree::read_json(in, json);
  } catch (const boost::property_tree::json_parser_error& fault) {
    problems.push_back(base::make_diagnostic("C365", {path, static_cast<int>(fault.line()), 0}));
    return out;
  }
  const MapJson& features = member(json, "features");
  if (member(json, "type").data() != "FeatureCollection" || !is_list(features)) {
    problems.push_back(base::make_diagnostic("C366", {path}));
    return out;
  }
  for (const auto& [no_name, feature] : features)
    out.features.push_back({"features[" + std::to_string(out.features.size()) + "]",
                            names_of(feature), shape_of(member(feature, "geometry"))});
  const auto crs = json.find("crs");
  out.degrees = crs == json.not_found() || in_degrees(crs->second);
  out.origin = origin_of(json);
  return out;
}

}  // namespace tijian::diagnosis
