#pragma once
#include <span>
#include <string>
#include <vector>

#include "tijian/indicator_table.h"
#include "tijian/method_table.h"

namespace tijian::model {

/// What a normaliser is told of a column besides its statistics.

/// The limits that `goalposts` of the choice gives that indicator or category.
void add_goalposts(const Choice& normaliser, const std::string& id, Column&);

/// What a normaliser is told of an indicator whose sample is known, but for `reference`.
Column describe(const Choice& normaliser, const Indicator&, const Summary&);

/// The value of `place` of the choice in the latest of the rows, by period, that has one.
double reference_value(const Choice& normaliser, const Rows&, const double* values,
                       std::span<const Eigen::Index> rows);

/// The values present at those rows, ascending.
std::vector<double> sorted_values(const double* values, std::span<const Eigen::Index> rows);

}  // namespace tijian::model
