#pragma once
#include <string>
#include <vector>

#include "tijian/dataset.h"
#include "tijian/diagnostic.h"
#include "tijian/framework.h"

namespace tijian {

/// Two places that are neighbours, each of the other.
struct NeighbourPlaces {
  std::string place, neighbour;
  double weight = 1;  ///< above 0; counts against other neighbours of the same place
  bool operator==(const NeighbourPlaces&) const = default;
};

/// Which places are neighbours. A pair stands once, whichever way.
struct Neighbours {
  std::vector<NeighbourPlaces> pairs;
};

/// Reads who is whose neighbour from
/// - a CSV file with columns place, neighbour and, where neighbours are not all alike, weight
///   (评价单元, 相邻单元, 权重): a pair a line, or twice, once each way; or
/// - a GeoJSON FeatureCollection of polygons: neighbours share a border, that is an edge between
/// two
///   vertices with the same coordinates, not a point alone. A feature is of the place that its id
///   or one of its properties place, name, code, adcode, id (名称, 代码) says; several may be of
///   one.
/// A file that begins with { is the latter. Places are known by name, alias or code of the
/// framework's list or by name of the rows, without regard to case and blanks. B480: a pair names
/// another; B481: a map has others (a warning: what lies around); B482: places of the rows without
/// a neighbour are islands (a warning). C3xx for what is wrong with the file.
Loaded<Neighbours> load_neighbours(const std::string& path, const Framework&, const Rows&);

}  // namespace tijian
