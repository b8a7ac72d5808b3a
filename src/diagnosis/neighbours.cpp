#include "tijian/neighbours.h"

#include <set>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "base/input_file.h"
#include "diagnosis/map_features.h"
#include "diagnosis/neighbour_pairs.h"
#include "diagnosis/place_names.h"

namespace tijian::diagnosis {
namespace {

/// The shapes of places on a map, and who shares a border with whom.
class MapReader {
 public:
  MapReader(const std::string& path, const PlaceNames& names, std::vector<Diagnostic>& problems)
      : path_(path), names_(names), problems_(problems) {}

  Neighbours read(const std::string& text) {
    const std::vector<MapFeature> features = read_map(text, path_, problems_);
    if (has_errors(problems_)) return {};
    for (const MapFeature& feature : features) add(feature);
    if (shapes_.empty() && !has_errors(problems_))
      problems_.push_back(base::make_diagnostic("C368", {path_}));
    else if (!strangers_.empty())
      problems_.push_back(base::make_diagnostic(
          "B481", {path_},
          {{"count", std::to_string(strangers_.size())}, {"names", base::some_of(strangers_)}}));
    return bordering();
  }

 private:
  void add(const MapFeature& feature) {
    const std::string* place = nullptr;
    for (const std::string& name : feature.names)
      if ((place = names_.find(name))) break;
    if (!place) {
      strangers_.push_back(feature.names.empty() ? feature.at : feature.names.front());
    } else if (!feature.shape) {
      problems_.push_back(base::make_diagnostic("C367", {path_}, {{"place", *place}}, feature.at));
    } else {
      statistics::MapShape& shape = shapes_[*place];
      shape.insert(shape.end(), feature.shape->begin(), feature.shape->end());
    }
  }

  Neighbours bordering() const {
    std::vector<std::string> places;
    std::vector<statistics::MapShape> shapes;
    for (const auto& [place, shape] : shapes_) {
      places.push_back(place);
      shapes.push_back(shape);
    }
    const statistics::Neighbours touching =
        statistics::contiguity(shapes, statistics::Contiguity::rook);
    Neighbours out;
    for (int i = 0; i < touching.places(); ++i)
      for (const statistics::Neighbour& other : touching.of(i))
        if (other.place > i) out.pairs.push_back({places[i], places[other.place]});
    return out;
  }

  const std::string& path_;
  const PlaceNames& names_;
  std::vector<Diagnostic>& problems_;
  std::map<std::string, statistics::MapShape> shapes_;  ///< by place
  std::vector<std::string> strangers_;                  ///< features of no place
};

/// The file's bytes without a byte order mark, where it is a map.
std::optional<std::string> map_text(const std::string& path, std::vector<Diagnostic>& problems) {
  const auto input = base::InputFile::open(path, problems);
  if (!input) return {};
  std::string bytes = input->read(0, input->size());
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == bytes.npos || bytes[first] != '{') return {};
  return bytes;
}

void tell_islands(const std::string& path, const Rows& rows, const Neighbours& neighbours,
                  std::vector<Diagnostic>& problems) {
  std::set<std::string_view> known;
  for (const NeighbourPlaces& pair : neighbours.pairs) known.insert({pair.place, pair.neighbour});
  std::vector<std::string> islands;
  for (const std::string& place : rows.places)
    if (!known.contains(place)) islands.push_back(place);
  if (!islands.empty())
    problems.push_back(base::make_diagnostic(
        "B482", {path},
        {{"count", std::to_string(islands.size())}, {"names", base::some_of(islands)}}));
}

}  // namespace

}  // namespace tijian::diagnosis

namespace tijian {

Loaded<Neighbours> load_neighbours(const std::string& path, const Framework& framework,
                                   const Rows& rows) {
  check(rows);
  std::vector<Diagnostic> problems;
  const diagnosis::PlaceNames names(framework, rows);
  Neighbours out;
  if (const auto map = diagnosis::map_text(path, problems))
    out = diagnosis::MapReader(path, names, problems).read(*map);
  else if (!has_errors(problems))
    if (const auto file = base::read_csv(path, problems))
      out = diagnosis::read_pairs(*file, names, problems);
  if (has_errors(problems)) return {{}, std::move(problems)};
  diagnosis::tell_islands(path, rows, out, problems);
  return {std::move(out), std::move(problems)};
}

}  // namespace tijian
