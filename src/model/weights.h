#pragma once
#include <span>
#include <vector>

#include "model/collect.h"
#include "tijian/model.h"

namespace tijian::model {

/// The weight of every node within its parent: the framework's, where the method does not replace
/// them. `values` and `rows` serve the weightings that need the values themselves; null where only
/// statistics are at hand. What a person should know goes to `notes`, faults to `diagnostics`.
std::vector<double> node_weights(const Framework&, const Method&, const MethodTable&,
                                 const Statistics&, const Matrix<double>* values,
                                 std::span<const Index> rows,
                                 const std::vector<Direction>& directions, std::vector<Text>& notes,
                                 std::vector<Diagnostic>& diagnostics);

/// Which way an indicator counts as the node sees it that is weighed: over the index, what lies
/// below a mirrored category counts the other way round.
Direction weighed_direction(const Framework&, const Method&, int indicator, Direction own);

/// Pairs of leaves whose correlation the method's weights need.
std::vector<std::pair<int, int>> weighting_pairs(const Framework&, const Method&);

/// The framework's own weights, one a node.
std::vector<double> given_weights(const Framework&);

/// Each node's share of the index: the product of normalised weights on the way down.
std::vector<double> nominal_weights(const Framework&, const std::vector<double>& weights);

/// What the weighting needs, those that a combined one calls included.
struct WeightingNeeds {
  bool data = false, moments = false, correlation = false, entropy = false, values = false;
};
WeightingNeeds weighting_needs(const Method&, const MethodTable&);

}  // namespace tijian::model
