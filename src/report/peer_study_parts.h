#pragma once
#include <string>

#include "tijian/peer_study.h"
#include "tijian/report/language.h"

/// The files of a PeerStudy.
namespace tijian::report {

/// A line for each figure of a place's coordination or of a node's inequality; `note` says why one
/// is missing.
std::string balance_csv(const Balance&, const Run&, Language);
/// A line for each strength or weakness.
std::string strengths_csv(const std::vector<Strength>&, const Run&);
/// A line for each pair of a place and one that is like it; differences in standard deviations.
std::string statistical_neighbours_csv(const StatisticalNeighbours&, const Run&);
/// A line for each node (moran) and for each of its places (local_moran, getis_ord).
std::string spatial_csv(const SpatialPattern&, const Run&);

}  // namespace tijian::report
