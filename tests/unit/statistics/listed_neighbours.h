#pragma once
#include <sstream>

#include "golden/reference_table.h"
#include "statistics/neighbours.h"

namespace tijian_tests {

/// The column `neighbours` of a file whose rows are numbered from 1.
inline tijian::statistics::Neighbours listed_neighbours(const ReferenceTable& table) {
  std::vector<tijian::statistics::NeighbourPair> pairs;
  const int places = static_cast<int>(table.rows().size());
  for (int from = 0; from < places; ++from) {
    std::istringstream list(table.text(table.rows()[from], "neighbours"));
    for (int to = 0; list >> to;) pairs.push_back({from, to - 1});
  }
  return {places, pairs, tijian::statistics::Symmetry::as_given};
}

}  // namespace tijian_tests
