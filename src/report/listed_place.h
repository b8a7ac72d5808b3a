#pragma once
#include <string>
#include <string_view>

#include "tijian/run.h"

/// What is known of a row's place, from the data and from the framework's list.
namespace tijian::report {

/// As the framework lists it; null where it does not.
const Place* listed_place(const Run&, Index row);
/// What the data say of it, else the list; empty where nobody does.
std::string attribute_of(const Run&, Index row, std::string_view attribute);
/// By what places are peers of each other; null: all are.
const PlaceAttribute* type_attribute(const Framework&);

}  // namespace tijian::report
