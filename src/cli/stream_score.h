#pragma once
#include <string>

#include "scoring.h"

namespace tijian::cli {

/// Where a streamed run writes, and what it keeps.
struct StreamOutput {
  std::string folder, save_model;
  Nodes nodes = Nodes::all;
};

/// `score --stream`: fits, scores and writes a file larger than memory, block by block.
int stream_score(Session&, const ScoringOptions&, const StreamOutput&);

}  // namespace tijian::cli
