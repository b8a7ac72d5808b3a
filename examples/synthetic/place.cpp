#include "place.h"

#include <cmath>

#include "random.h"
#include "recipe.h"

namespace synthetic {
namespace {

// The district's real land and its residents at the 2020 census; the shares of the units are
// invented.
constexpr double district_area = 470.8, district_residents = 345.2;

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// As the end of the name says.
std::string type_of(const std::string& name) {
  if (ends_with(name, "街道")) return "subdistrict";
  return ends_with(name, "地区") ? "area" : "township";
}

Place make_unit(const std::string& name, std::uint64_t seed) {
  Random random(seed, name);
  Place p;
  p.name = name;
  p.type = type_of(name);
  p.rural = p.type != "subdistrict";
  p.urban = (p.rural ? -1 : 1) + 0.2 * random.normal();
  p.quality = 0.3 * p.urban + 0.95 * random.normal();
  p.area = (p.rural ? 16 : 4.2) * std::exp(0.35 * random.normal());
  p.residents = p.area * (p.rural ? 0.55 : 1.9) * std::exp(0.25 * random.normal());
  p.growth = -0.004 - 0.004 * p.urban + 0.003 * random.normal();
  return p;
}

/// Scales the units so that they sum to the district.
void scale(std::vector<Place>& places, double Place::*trait, double total) {
  double sum = 0;
  for (const Place& p : places) sum += p.district ? 0 : p.*trait;
  for (Place& p : places)
    if (!p.district) p.*trait *= total / sum;
}

}  // namespace

std::vector<Place> make_places(const std::string& units_csv, std::uint64_t seed) {
  std::vector<Place> places(1);
  places[0].name = "朝阳区";
  places[0].type = "district";
  places[0].district = true;
  for (const auto& row : read_rows(units_csv)) places.push_back(make_unit(row.at(1), seed));
  scale(places, &Place::area, district_area);
  scale(places, &Place::residents, district_residents);
  return places;
}

}  // namespace synthetic
