#include "tijian/neighbours.h"

#include <set>

#include "base/catalogue.h"
#include "base/csv_file.h"
#include "diagnosis/neighbour_pairs.h"
#include "diagnosis/place_names.h"
#include "diagnosis/place_shapes.h"

namespace tijian::diagnosis {
namespace {

/// Who shares a border with whom.
Neighbours bordering(const PlaceShapes& map) {
  std::vector<std::string> places;
  std::vector<statistics::MapShape> shapes;
  for (const auto& [place, shape] : map.shapes) {
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
  const std::string bytes = diagnosis::map_bytes(path, problems);
  if (diagnosis::is_map(bytes)) {
    const auto map = diagnosis::join_map(bytes, path, names, problems);
    diagnosis::tell_strangers(map, path, problems);
    out = diagnosis::bordering(map);
  } else if (!has_errors(problems))
    if (const auto file = base::read_csv(path, problems))
      out = diagnosis::read_pairs(*file, names, problems);
  if (has_errors(problems)) return {{}, std::move(problems)};
  diagnosis::tell_islands(path, rows, out, problems);
  return {std::move(out), std::move(problems)};
}

}  // namespace tijian
