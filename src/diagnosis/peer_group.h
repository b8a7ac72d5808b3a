#pragma once
#include <string>
#include <vector>

#include "tijian/run.h"

namespace tijian::diagnosis {

/// Rows of one period that are compared with each other.
struct PeerGroup {
  std::string name;         ///< the peers' values of their attribute; empty: all with all
  std::vector<Index> rows;  ///< by the place's name, so that the data's order changes nothing
};

/// The groups of a period, by name.
std::vector<PeerGroup> peer_groups(const Run&, const Period&);

/// The values that rows of a group have in a node: the score of a category or of the index, the
/// measured value of an indicator. NaN where there is none, or it does not apply.
std::vector<double> values_of(const Run&, const PeerGroup&, int node);

/// Throws a UsageError unless the run's parts belong together and its card has all nodes.
void check_all_nodes(const Run&);

}  // namespace tijian::diagnosis
