#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "place.h"
#include "recipe.h"

namespace synthetic {

inline constexpr std::array years{2015, 2018, 2019, 2020, 2021, 2022};

/// One number a place and year, place by place; NaN where the statistic does not exist.
using Series = std::vector<std::array<double, years.size()>>;

/// Makes up every variable for every place and year. Parts never exceed their wholes, and the
/// district is the sum of its units but for a third of a per cent.
std::vector<Series> make_statistics(const std::vector<Recipe>&, const std::vector<Place>&,
                                    std::uint64_t seed);

/// Empties about `share` of the cells. The district's first year stays whole: reductions are
/// counted from it.
void drop_cells(std::vector<Series>&, double share, std::uint64_t seed);

}  // namespace synthetic
