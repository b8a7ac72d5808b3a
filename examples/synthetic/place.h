#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace synthetic {

/// A place with the traits that its statistics have in common: they make indicators correlate.
struct Place {
  std::string name;
  std::string type;  ///< district, subdistrict (街道), area (地区) or township (乡)
  bool district = false;
  bool rural = false;    ///< a township or an area (地区), with villages and green belt
  double urban = 0;      ///< about 1 inside, about -1 outside
  double quality = 0;    ///< of services: standard normal
  double area = 0;       ///< 平方公里
  double residents = 0;  ///< 万人, 2020
  double growth = 0;     ///< of residents a year
};

/// The district, then its subdistricts and townships, in the order of units.csv.
std::vector<Place> make_places(const std::string& units_csv, std::uint64_t seed);

}  // namespace synthetic
