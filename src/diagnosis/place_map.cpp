#include "tijian/place_map.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "base/catalogue.h"
#include "diagnosis/place_shapes.h"

namespace tijian::diagnosis {
namespace {

/// Closed, as PlaceOutline says.
PlaceOutline outline_of(const std::string& place, const statistics::MapShape& shape) {
  PlaceOutline out{place, {}};
  for (const statistics::MapRing& ring : shape) {
    auto& points = out.rings.emplace_back();
    for (const statistics::MapPoint& point : ring) points.emplace_back(point.x, point.y);
    if (!points.empty() && points.front() != points.back()) points.push_back(points.front());
  }
  return out;
}

bool could_be_degrees(const PlaceShapes& map) {
  for (const auto& [place, shape] : map.shapes)
    for (const statistics::MapRing& ring : shape)
      for (const statistics::MapPoint& point : ring)
        if (std::abs(point.x) > 180 || std::abs(point.y) > 90) return false;
  return true;
}

/// `map.geojson (name, source)`
std::string source_of(const std::string& path, const PlaceShapes& map) {
  const std::string file = std::filesystem::path(path).filename().string();
  return map.origin.empty() ? file : file + " (" + base::joined(map.origin) + ')';
}

/// Places of the rows without an outline. One that others name as the whole they are part of is
/// drawn by them.
std::vector<std::string> undrawn(const Rows& rows, const PlaceShapes& map) {
  std::set<std::string_view> wholes;
  if (const Attribute* parent = rows.attribute(parent_attribute))
    for (Index row = 0; row < rows.size(); ++row) wholes.insert(parent->at(row));
  std::vector<std::string> names;
  for (const std::string& place : rows.places)
    if (!map.shapes.contains(place) && !wholes.contains(place)) names.push_back(place);
  return names;
}

/// Places of the list that have no row are none here.
void leave_rows(const Rows& rows, PlaceShapes& map) {
  const std::set<std::string_view> known(rows.places.begin(), rows.places.end());
  for (auto shape = map.shapes.begin(); shape != map.shapes.end();) {
    if (!known.contains(shape->first)) map.strangers.push_back(shape->first);
    shape = known.contains(shape->first) ? std::next(shape) : map.shapes.erase(shape);
  }
}

void tell_undrawn(const std::vector<std::string>& names, const std::string& path,
                  std::vector<Diagnostic>& problems) {
  if (!names.empty())
    problems.push_back(base::make_diagnostic(
        "B483", {path},
        {{"count", std::to_string(names.size())}, {"names", base::some_of(names)}}));
}

}  // namespace
}  // namespace tijian::diagnosis

namespace tijian {

Loaded<PlaceMap> load_place_map(const std::string& path, const Framework& framework,
                                const Rows& rows) {
  check(rows);
  std::vector<Diagnostic> problems;
  const diagnosis::PlaceNames names(framework, rows);
  const std::string bytes = diagnosis::map_bytes(path, problems);
  if (has_errors(problems)) return {{}, std::move(problems)};
  diagnosis::PlaceShapes map = diagnosis::join_map(bytes, path, names, problems);
  diagnosis::leave_rows(rows, map);
  diagnosis::tell_strangers(map, path, problems);
  if (has_errors(problems)) return {{}, std::move(problems)};
  PlaceMap out;
  for (const std::string& place : rows.places)
    if (const auto found = map.shapes.find(place); found != map.shapes.end())
      out.outlines.push_back(diagnosis::outline_of(place, found->second));
  out.degrees = map.degrees && diagnosis::could_be_degrees(map);
  out.source = diagnosis::source_of(path, map);
  out.unmatched = map.strangers;
  diagnosis::tell_undrawn(diagnosis::undrawn(rows, map), path, problems);
  return {std::move(out), std::move(problems)};
}

}  // namespace tijian
