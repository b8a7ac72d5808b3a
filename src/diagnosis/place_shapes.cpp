#include "diagnosis/place_shapes.h"

#include <utility>

#include "base/catalogue.h"
#include "base/input_file.h"

namespace tijian::diagnosis {
namespace {

const std::string* place_of(const MapFeature& feature, const PlaceNames& names) {
  for (const std::string& name : feature.names)
    if (const std::string* place = names.find(name)) return place;
  return nullptr;
}

void add_rings(statistics::MapShape rings, statistics::MapShape& shape) {
  for (statistics::MapRing& ring : rings) shape.push_back(std::move(ring));
}

}  // namespace

std::string map_bytes(const std::string& path, std::vector<Diagnostic>& problems) {
  const auto input = base::InputFile::open(path, problems);
  if (!input) return {};
  std::string bytes = input->read(0, input->size());
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

bool is_map(const std::string& bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != bytes.npos && bytes[first] == '{';
}

PlaceShapes join_map(const std::string& bytes, const std::string& path, const PlaceNames& names,
                     std::vector<Diagnostic>& problems) {
  PlaceShapes out;
  MapFile map = read_map(bytes, path, problems);
  if (has_errors(problems)) return out;
  for (MapFeature& feature : map.features) {
    const std::string* place = place_of(feature, names);
    if (!place)
      out.strangers.push_back(feature.names.empty() ? feature.at : feature.names.front());
    else if (!feature.shape)
      problems.push_back(base::make_diagnostic("C367", {path}, {{"place", *place}}, feature.at));
    else
      add_rings(std::move(*feature.shape), out.shapes[*place]);
  }
  out.degrees = map.degrees;
  out.origin = std::move(map.origin);
  return out;
}

void tell_strangers(const PlaceShapes& map, const std::string& path,
                    std::vector<Diagnostic>& problems) {
  if (map.shapes.empty() && !has_errors(problems))
    problems.push_back(base::make_diagnostic("C368", {path}));
  else if (!map.strangers.empty())
    problems.push_back(base::make_diagnostic("B481", {path},
                                             {{"count", std::to_string(map.strangers.size())},
                                              {"names", base::some_of(map.strangers)}}));
}

}  // namespace tijian::diagnosis
