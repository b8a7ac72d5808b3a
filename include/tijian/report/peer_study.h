#pragma once
#include <string>
#include <vector>

#include "tijian/peer_study.h"
#include "tijian/report/view.h"

namespace tijian::report {

/// Strengths and weaknesses of a place (a row), a line each, the three that stand out most by name,
/// and how its categories develop together; nothing of what it has none.
std::string peer_study_lines(const PeerStudy&, const Run&, Index row, const View&);

/// Writes balance.csv, strengths.csv, neighbours.csv (where the framework's diagnosis has a
/// context) and spatial.csv (with a SpatialPattern) into a folder, with a byte order mark; returns
/// their paths. Grades of coordination in that language.
std::vector<std::string> write_peer_study(const PeerStudy&, const Run&, Language,
                                          const std::string& folder);

}  // namespace tijian::report
