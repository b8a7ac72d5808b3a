#pragma once
#include <string>
#include <vector>

#include "tijian/framework.h"

namespace tijian::framework {

/// Reads a list of places: place, alias, a column for each attribute, parent, code, row, column.
/// Several aliases stand in one cell, between `;` or `、`. What is wrong is reported.
std::vector<Place> read_places(const std::string& path, const std::vector<PlaceAttribute>&,
                               std::vector<Diagnostic>&);

}  // namespace tijian::framework
