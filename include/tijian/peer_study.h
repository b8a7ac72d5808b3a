#pragma once
#include <optional>
#include <vector>

#include "tijian/balance.h"
#include "tijian/diagnosis.h"
#include "tijian/neighbours.h"
#include "tijian/spatial_pattern.h"
#include "tijian/statistical_neighbours.h"
#include "tijian/strengths.h"

namespace tijian {

/// How the places of a diagnosis's period stand among each other.
struct PeerStudy {
  Balance balance;
  std::vector<Strength> strengths;
  StatisticalNeighbours like;           ///< with what is to be told of them
  std::optional<SpatialPattern> space;  ///< nothing where it is not known who borders on whom
};

/// UsageError where one of its parts throws.
PeerStudy peer_study(const Run&, const Diagnosis&, const std::optional<Neighbours>& = {},
                     int threads = 0);

}  // namespace tijian
