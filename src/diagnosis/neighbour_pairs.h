#pragma once
#include <vector>

#include "base/csv_file.h"
#include "diagnosis/place_names.h"
#include "tijian/neighbours.h"

namespace tijian::diagnosis {

/// Pairs of places from a table with columns place, neighbour and weight; what is wrong with it is
/// added to the problems.
Neighbours read_pairs(const base::CsvFile&, const PlaceNames&, std::vector<Diagnostic>&);

}  // namespace tijian::diagnosis
