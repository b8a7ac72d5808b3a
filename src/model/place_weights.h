#pragma once
#include <span>
#include <string>
#include <vector>

#include "tijian/indicator_table.h"

namespace tijian::model {

/// `reference.weights`: the values of a variable or indicator that weighs places, one a row; empty
/// where the table has none.
std::vector<double> place_weights(const std::string& name, const Framework&, const IndicatorTable&);

/// Mean and deviation of the rows' values by the places' weights, in place of those that count
/// every place alike.
void weigh(std::span<const double> column, std::span<const Eigen::Index> rows,
           std::span<const double> weights, Summary&);

}  // namespace tijian::model
