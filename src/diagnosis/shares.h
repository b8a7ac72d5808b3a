#pragma once
#include <map>
#include <vector>

#include "tijian/diagnosis.h"

namespace tijian::diagnosis {

/// Reads an indicator with `interval`, of all rows: by intervals, not by rank, what its peers say;
/// and keeps the shares of the diagnosis's period. `peers`: the rows that are ranked together.
/// Leaves others alone.
void read_shares(const Run&, const std::map<int, std::vector<Index>>& peers, int indicator,
                 Diagnosis&);

}  // namespace tijian::diagnosis
