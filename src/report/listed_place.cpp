#include "report/listed_place.h"

namespace tijian::report {

const Place* listed_place(const Run& run, Index row) {
  const int known = run.framework->find_place(run.card.rows.place_of(row));
  return known < 0 ? nullptr : &run.framework->places[static_cast<std::size_t>(known)];
}

std::string attribute_of(const Run& run, Index row, std::string_view attribute) {
  if (const Attribute* given = run.card.rows.attribute(attribute))
    if (const std::string_view text = given->at(row); !text.empty()) return std::string(text);
  const Place* known = listed_place(run, row);
  return known ? known->attribute(attribute) : "";
}

const PlaceAttribute* type_attribute(const Framework& framework) {
  const int attribute = framework.find_attribute(framework.peers.attribute);
  return attribute < 0 ? nullptr : &framework.attributes[static_cast<std::size_t>(attribute)];
}

}  // namespace tijian::report
