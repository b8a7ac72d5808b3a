#include "diagnosis/place_names.h"

#include "base/catalogue.h"
#include "base/spelling.h"

namespace tijian::diagnosis {

PlaceNames::PlaceNames(const Framework& framework, const Rows& rows) {
  for (const std::string& name : rows.places) add(name, name);
  for (const Place& place : framework.places) {
    add(place.name, place.name);
    for (const std::string& alias : place.aliases) add(alias, place.name);
    if (!place.code.empty()) add(place.code, place.name);
  }
}

void PlaceNames::add(const std::string& named, const std::string& place) {
  if (places_.try_emplace(base::name_key(named), place).second) names_.push_back(named);
}

const std::string* PlaceNames::find(std::string_view named) const {
  const auto found = places_.find(base::name_key(named));
  return found == places_.end() ? nullptr : &found->second;
}

Diagnostic PlaceNames::unknown(std::string_view named, const Citation& where) const {
  Diagnostic problem = base::make_diagnostic(
      "B480", where, {{"found", base::excerpt(named)}, {"names", base::some_of(names_)}});
  base::suggest(problem, named, names_);
  return problem;
}

}  // namespace tijian::diagnosis
