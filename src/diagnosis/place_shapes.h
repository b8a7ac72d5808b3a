#pragma once
#include <map>
#include <string>
#include <vector>

#include "diagnosis/map_features.h"
#include "diagnosis/place_names.h"

namespace tijian::diagnosis {

/// A map's features, joined to the places.
struct PlaceShapes {
  std::map<std::string, statistics::MapShape> shapes;  ///< by place
  std::vector<std::string> strangers;                  ///< features of no place
  bool degrees = true;                                 ///< as the file says
  std::vector<std::string> origin;                     ///< what it says of itself
};

/// The file's bytes without a byte order mark; empty where it cannot be read.
std::string map_bytes(const std::string& path, std::vector<Diagnostic>&);
/// Whether it begins as JSON objects do.
bool is_map(const std::string& bytes);
/// The features of one place are one shape. C367: one without an area; C365 and C366: it is no map.
PlaceShapes join_map(const std::string& bytes, const std::string& path, const PlaceNames&,
                     std::vector<Diagnostic>&);
/// B481: features of no place; C368: all of them.
void tell_strangers(const PlaceShapes&, const std::string& path, std::vector<Diagnostic>&);

}  // namespace tijian::diagnosis
