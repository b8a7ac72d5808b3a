#pragma once
#include "report/json_value.h"
#include "tijian/peer_study.h"
#include "tijian/report/language.h"

namespace tijian::report {

/// `{coordination: [], inequality: [], strengths: [], statistical_neighbours: [], spatial: {nodes:
/// [], places: []}}` of the period, with the names of the files' columns; `spatial` only where
/// there is one.
Json peer_study_json(const PeerStudy&, const Run&, Language);

}  // namespace tijian::report
