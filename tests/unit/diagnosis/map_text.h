#pragma once
#include <string>
#include <vector>

#include "tijian/diagnostic.h"

/// Small maps, written by hand.
namespace tijian::testing {

inline std::string codes_of(const std::vector<Diagnostic>& all) {
  std::string out;
  for (const Diagnostic& one : all) out += (out.empty() ? "" : " ") + one.code;
  return out;
}

/// The ring of a square of side 1, in the list of a polygon.
inline std::string square(double x, double y) {
  const auto at = [](double a, double b) {
    return "[" + std::to_string(a) + "," + std::to_string(b) + "]";
  };
  return "[[" + at(x, y) + "," + at(x + 1, y) + "," + at(x + 1, y + 1) + "," + at(x, y + 1) + "," +
         at(x, y) + "]]";
}

inline std::string feature(const std::string& properties, const std::string& type,
                           const std::string& coordinates) {
  return R"({"type": "Feature", "properties": {)" + properties + R"(}, "geometry": {"type": ")" +
         type + R"(", "coordinates": )" + coordinates + "}}";
}

inline std::string map_of(const std::vector<std::string>& features) {
  std::string all;
  for (const std::string& one : features) all += (all.empty() ? "" : ",\n") + one;
  return R"({"type": "FeatureCollection", "features": [)" + all + "]}";
}

}  // namespace tijian::testing
